package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hashwise.Hashwise;
import org.hashwise.HttpTestClient;
import org.hashwise.rulebook.SampleRules;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.TableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** An analyst tries an edit on the page and puts it in force, in a server with a rules folder that it may write to. */
@SpringBootTest(classes = Hashwise.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {TestAccounts.Closed.class, RuleTrialOverHttpTests.OwnRules.class})
class RuleTrialOverHttpTests {

    private static final String THRESHOLDS = "parameters/power-access.yaml";
    private static final String BANDS = "policy/sample/bands.csv";
    private static final Path RULES =
            SmallRules.folder(TableWorkbook.in(SampleRules.asTheyAre(), BANDS, workbook -> {}));
    private static final String TRIAL = "/rulebook/trial";

    @LocalServerPort
    private int port;

    static final class OwnRules implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("hashwise.rules=" + RULES, "hashwise.rules-watch=20ms")
                    .applyTo(context);
        }
    }

    private HttpTestClient visitor(String name) {
        return new HttpTestClient(port).loggedIn(name, TestAccounts.CLOSED.secret(name));
    }

    @Test
    void anAnalystPutsATriedEditInForceAndNobodyElseSeesItBefore() throws Exception {
        HttpTestClient anna = visitor("anna");
        HttpTestClient rita = visitor("rita");
        String before = Files.readString(RULES.resolve(THRESHOLDS));

        assertThat(anna.get(TRIAL + "?threshold=largeSiteMw&value=120&typed-in=en")
                        .body())
                .contains("made-up companies would get another advice", "name=\"why\"");
        assertThat(rita.get("/rulebook/thresholds/largeSiteMw").body())
                .contains("<strong>100")
                .doesNotContain("<strong>120");
        assertThat(rita.get(TRIAL + "?threshold=largeSiteMw&value=120").statusCode())
                .isEqualTo(403);
        assertThat(write(rita, "120", "because").statusCode()).isEqualTo(403);
        assertThat(HttpTestClient.location(write(anna, "120", " "))).contains(TRIAL);
        assertThat(HttpTestClient.location(write(anna, "many", "because"))).contains(TRIAL);
        assertThat(Files.readString(RULES.resolve(THRESHOLDS))).isEqualTo(before);

        HttpResponse<String> written = write(anna, "120", "new leases are larger");

        assertThat(HttpTestClient.location(written)).endsWith("/rulebook/thresholds/largeSiteMw");
        assertThat(anna.follow(written).body()).contains("It is written and comes into force within seconds.");
        assertThat(Files.readString(RULES.resolve(THRESHOLDS)))
                .containsPattern(
                        "# \\d{4}-\\d\\d-\\d\\d, anna: 120 instead of 100: new leases are larger\n    value: 120\n");
        assertThat(eventually(rita, "/rulebook/thresholds/largeSiteMw", "<strong>120"))
                .isTrue();
    }

    @Test
    void aWeightInAWorkbookIsTriedInItsCellDownloadedAndPutInForce() throws Exception {
        HttpTestClient anna = visitor("anna");
        String edit = "rule=BAND-02&effect=0&points=3";

        assertThat(anna.get("/rulebook/rules/BAND-02").body()).contains("name=\"points\"", "See what changes");
        assertThat(anna.get(TRIAL + "?" + edit).body().replace("<wbr>", ""))
                .contains("made-up companies would get another advice", "@@ E8 @@", "-MEDIUM", "+STRONG")
                .contains("Download</span> policy/sample/bands.xlsx");

        HttpResponse<String> file = anna.get(TRIAL + "/file?" + edit + "&path=" + TableWorkbook.path(BANDS));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("spreadsheetml"));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("bands.xlsx"));
        assertThat(file.body()).startsWith("PK");

        HttpResponse<String> written = anna.formWith(
                HttpTestClient.token(anna.get("/")),
                TRIAL,
                "rule",
                "BAND-02",
                "effect",
                "0",
                "points",
                "3",
                "why",
                "larger sites are wanted");
        assertThat(HttpTestClient.location(written)).endsWith("/rulebook/rules/BAND-02");
        assertThat(anna.follow(written).body()).contains("It is written and comes into force within seconds.");
        assertThat(eventually(anna, "/rulebook/rules/BAND-02", "<option value=\"3\" selected"))
                .isTrue();
    }

    @Test
    void aCaseThatStatesAnotherDecisionIsNamedInTheLanguageOfTheReader() throws Exception {
        String edit = TRIAL + "?threshold=wetMw&value=10&typed-in=en";
        HttpTestClient anna = visitor("anna");

        assertThat(anna.send("GET", edit, "", "", Map.of("Accept-Language", "fr", "Accept", "text/html"))
                        .body()
                        .replace("<wbr>", "")
                        .replace('\u00a0', ' '))
                .contains("policy/sample/sample.cases.yaml:", "damp halls")
                .contains("attendu : la règle WET-01 ne s’applique pas ; obtenu : ")
                .doesNotContain("error[", "silent:");
        assertThat(anna.get(edit).body()).contains("damp halls", "expected: rule WET-01 does not apply; got: ");
    }

    private static HttpResponse<String> write(HttpTestClient visitor, String value, String why) {
        return visitor.formWith(
                HttpTestClient.token(visitor.get("/")),
                TRIAL,
                "threshold",
                "largeSiteMw",
                "value",
                value,
                "typed-in",
                "en",
                "why",
                why);
    }

    private static boolean eventually(HttpTestClient visitor, String page, String text) throws InterruptedException {
        for (int attempt = 0; attempt < 600; attempt++) {
            if (visitor.get(page).body().contains(text)) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }
}
