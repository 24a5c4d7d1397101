package org.hashwise.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTests {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void withoutACommandThePagesAreServed() {
        assertThat(Commands.in()).isEmpty();
        assertThat(Commands.in("--server.port=9000")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "compare", "verify", "replay", "screen", "backup", "restore", "market", "mcp"})
    void everyCommandIsKnownAndListed(String name) {
        assertThat(Commands.in(name))
                .hasValueSatisfying(command -> assertThat(command.name()).isEqualTo(name));
        assertThat(run("help")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void helpIsNoReasonToStartAServer(String asked) {
        assertThat(run(asked)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("check [folder]")
                .doesNotContain("There is no command");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "compare", "verify", "replay", "screen", "backup", "restore", "account", "mcp"})
    void everyCommandTellsItsUsage(String name) {
        int code = Commands.in(name)
                .orElseThrow()
                .run(List.of("--help"), new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(code).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWithIgnoringCase("usage: " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "compare", "verify", "replay", "backup", "restore", "account", "mcp", "market"})
    void everyCommandNamesTheArgumentThatMakesNoSense(String name) {
        int code = Commands.in(name)
                .orElseThrow()
                .run(List.of("--no-such-option=7"), new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8).lines().toList())
                .last()
                .asString()
                .containsAnyOf("--no-such-option=7", "Missing required parameter");
    }

    @Test
    void aMisspeltCommandIsAnsweredWithTheNearest() {
        assertThat(run("chek")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("There is no command chek. did you mean check?")
                .contains("compare <before> <after>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "verify", "restore"})
    void aNameThatWouldPrintFurtherLinesIsEscaped(String name) {
        int code = Commands.in(name)
                .orElseThrow()
                .run(
                        List.of("no such\nfile\u001b[2J", "--data=target/no-such-data"),
                        new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(code).isNotZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b", "such\nfile");
    }

    private int run(String argument) {
        return Commands.in(argument).orElseThrow().run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
