package org.hashwise.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hashwise.account.AccountRepository;
import org.hashwise.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as somebody types it. */
class AccountCommandTests {

    @TempDir
    private Path folder;

    private String said = "";

    @Test
    void anAccountIsAddedListedAndRemoved() {
        assertThat(run("add", "anna", "--role", "analyst")).isZero();
        assertThat(said).contains("Added analyst anna.", "password  ", "shown this once");
        assertThat(run("add", "erp", "--role=client")).isZero();
        var key = Pattern.compile("key  (hw_\\S+)").matcher(said);
        assertThat(key.find()).isTrue();
        assertThat(new AccountRepository(folder).current().holding(key.group(1)))
                .hasValueSatisfying(client -> assertThat(client.name()).isEqualTo("erp"));

        assertThat(run("list")).isZero();
        assertThat(said).isEqualToIgnoringNewLines("anna  analyst\nerp   client\n");

        assertThat(run("remove", "anna")).isZero();
        assertThat(new AccountRepository(folder).current().all())
                .singleElement()
                .satisfies(left -> assertThat(left.role()).isEqualTo(Role.CLIENT));
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        run("add", "anna", "--role", "reader");

        assertThat(run("add", "anna", "--role", "reader")).isEqualTo(1);
        assertThat(said).contains("There is an account `anna` already");
        assertThat(run("remove", "bert")).isEqualTo(1);
        assertThat(said).contains("There is no account `bert`");
        assertThat(run("add", "Ann:a", "--role", "reader")).isEqualTo(2);
        assertThat(said).contains("`Ann:a` cannot be a name");
    }

    @Test
    void anEmptyListAndABrokenFileAreSaid() throws Exception {
        assertThat(run("list")).isZero();
        assertThat(said).contains("There are no accounts in", "accounts.yaml");

        Files.writeString(folder.resolve("accounts.yaml"), "accounts: [");
        assertThat(run("list")).isEqualTo(1);
        assertThat(said).contains("is not a list of accounts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "add",
                "add anna",
                "add anna --role",
                "add anna --role boss",
                "add anna bert --role reader",
                "list anna",
                "list --role reader",
                "remove",
                "rename anna",
                "list -v"
            })
    void whatMakesNoSenseIsAnsweredWithTheUsage(String typed) {
        assertThat(run(typed.isEmpty() ? new String[0] : typed.split(" "))).isEqualTo(2);
        assertThat(said).startsWith("Usage: account add <name> --role reader|analyst|client");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--hashwise.data=" + folder);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code;
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            code = new AccountCommand().run(all, out);
        }
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }
}
