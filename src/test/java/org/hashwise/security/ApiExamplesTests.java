package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.Hashwise;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * The programs in the documentation of the API do what the block after each of them shows, where {@code …} stands for anything.
 * A program whose interpreter is not installed is skipped.
 */
@SpringBootTest(classes = Hashwise.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestAccounts.Open.class)
class ApiExamplesTests {

    private static final Pattern EXAMPLE =
            Pattern.compile("```(sh|python|js)\\n(.*?)```\\s+```(?:json|text)\\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, List<String>> INTERPRETERS = Map.of(
            "sh", List.of("sh"),
            "python", List.of("python3", "-"),
            "js", List.of("node", "--input-type=module", "-"));

    @LocalServerPort
    private int port;

    private record Example(String language, String program, String output) {
        @Override
        public String toString() {
            return language + " " + program.lines().findFirst().orElse("");
        }
    }

    private static List<Example> examples() throws Exception {
        List<Example> examples = EXAMPLE.matcher(Files.readString(Path.of("src/docs/api.md")))
                .results()
                .map(ApiExamplesTests::example)
                .toList();
        assertThat(examples.stream().map(Example::language)).contains("sh", "python", "js");
        return examples;
    }

    private static Example example(MatchResult found) {
        return new Example(found.group(1), found.group(2), found.group(3));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aProgramPrintsWhatIsShown(Example example) throws Exception {
        List<String> interpreter = INTERPRETERS.get(example.language());
        assumeThat(List.of(interpreter.get(0), example.language().equals("sh") ? "curl" : interpreter.get(0)))
                .allMatch(ApiExamplesTests::isInstalled);
        Process process =
                new ProcessBuilder(interpreter).redirectErrorStream(true).start();
        process.getOutputStream()
                .write(example.program()
                        .replace("http://localhost:8080", "http://127.0.0.1:" + port)
                        .getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();

        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(words(printed)).matches(Pattern.compile(pattern(example.output()), Pattern.DOTALL));
    }

    private static String pattern(String shown) {
        return Stream.of(words(shown).split("…", -1))
                .map(Pattern::quote)
                .reduce((before, after) -> before + ".*" + after)
                .orElseThrow();
    }

    /** Line breaks and spaces of JSON are for readers. */
    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
