package org.hashwise.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as it is typed; the rules have one snapshot, of 30 November 2025 with 90,381.34 USD. */
class MarketCommandTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-31T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path rules;

    @TempDir
    private Path given;

    private String said = "";

    @Test
    void valuesAreShownWithSourceAgeAndHashprice() {
        SmallRules.write(SmallRules.edition(100), rules);

        assertThat(run("show")).isZero();
        assertThat(said)
                .contains("Market values of 2025-11-30, 31 days old")
                .contains("Bitcoin price: 90381.34 USD/BTC (CryptoCompare")
                .contains("Network hashrate: 1075.5 EH/s")
                .contains("Hashprice, computed: 3")
                .contains("One snapshot in " + rules);

        assertThat(run("show", "2025-11-29")).isEqualTo(1);
        assertThat(said).contains("There are no market values of 2025-11-29: the first are of 2025-11-30.");
    }

    @Test
    void anImportIsInForceAndAProposalOnlyOnceItIsConfirmed() throws IOException {
        SmallRules.write(SmallRules.edition(100), rules);
        Path file = Files.writeString(given.resolve("desk.csv"), """
                asOf,btcPriceUsd,difficulty,hashpriceUsdPerPhDay
                2025-12-15,88000,148000000000000,50
                2025-12-31,60000,148000000000000,
                """);

        assertThat(run("import", file.toString(), "--source=our desk")).isEqualTo(1);
        assertThat(said)
                .contains("Added 2025-12-15: " + rules.resolve("market/2025-12-15.yaml"))
                .contains("warning: the stated hashprice, 50 USD/PH/day, differs from the computed one, 3")
                .contains("Proposed, not in force 2025-12-31")
                .contains("market.btcPriceUsd goes from 88000 on 2025-12-15 to 60000 (-31.8 %), more than 25 %")
                .contains("market confirm 2025-12-31");

        assertThat(run("show")).isZero();
        assertThat(said)
                .contains("Market values of 2025-12-15, 16 days old", "our desk")
                .contains("A proposal of 2025-12-31 waits");

        assertThat(run("confirm", "2025-12-31")).isZero();
        assertThat(run("show")).isZero();
        assertThat(said)
                .contains("Market values of 2025-12-31, of the day itself")
                .doesNotContain("waits");

        assertThat(run("confirm", "2025-12-31")).isEqualTo(1);
        assertThat(run("reject", "2025-12-31")).isEqualTo(1);
        assertThat(said).contains("There is no proposal of 2025-12-31.");
        assertThat(run("import", file.toString(), "--source=our desk")).isZero();
        assertThat(said).contains("Present already 2025-12-15", "Present already 2025-12-31");
    }

    @Test
    void mistakesLeaveTheFolderAsItIs() throws IOException {
        SmallRules.write(SmallRules.edition(100), rules);
        Path file = Files.writeString(
                given.resolve("desk.csv"),
                "asOf,btcPriceUsd,networkHashrateEh,source\n2025-12-15,88000,1000,desk\n2025-12-16,88.000,1000,desk");

        assertThat(run("import", file.toString())).isEqualTo(1);
        assertThat(said)
                .contains("desk.csv, row 3, column btcPriceUsd: 88 is outside the range 100 to 10000000 USD/BTC")
                .contains("Nothing was done.");
        assertThat(rules.resolve("market/2025-12-15.yaml")).doesNotExist();

        assertThat(run("import", given.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(said).contains("There is no file");
    }

    @Test
    void rulesWithErrorsAreNotWrittenTo() throws IOException {
        SmallRules.write(SmallRules.broken(100), rules);
        Path file = Files.writeString(
                given.resolve("desk.csv"), "asOf,btcPriceUsd,networkHashrateEh,source\n2025-12-15,88000,1000,desk");

        assertThat(run("import", file.toString())).isEqualTo(1);
        assertThat(said).contains("the rules have errors", "supprt");
        assertThat(rules.resolve("market/2025-12-15.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "import",
                "import --source=x",
                "show yesterday",
                "show 2025-11-30 2025-11-30",
                "confirm",
                "confirm 30.11.2025",
                "reject 2025-11-30 2025-12-31",
                "show --source=x",
                "fetch",
                "show --format=json"
            })
    void whatMakesNoSenseIsAnsweredWithTheUsage(String typed) {
        assertThat(run(typed.isEmpty() ? new String[0] : typed.split(" "))).isEqualTo(2);
        assertThat(said).startsWith("Usage: market import <file>... [--source=<text>]");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--hashwise.rules=" + rules);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code;
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            code = new MarketCommand(CLOCK).run(all, out);
        }
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}
