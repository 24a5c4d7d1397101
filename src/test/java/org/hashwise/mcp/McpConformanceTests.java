package org.hashwise.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.hashwise.Hashwise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The scenarios of the public conformance suite that need no tools made for it, such as a tool that returns an image. Needs
 * npx and the npm registry.
 */
@Tag("long")
@SpringBootTest(
        classes = Hashwise.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hashwise.warm-up=false")
class McpConformanceTests {

    /** The last version that runs on Node 20. */
    private static final String SUITE = "@modelcontextprotocol/conformance@0.1.11";

    private static final int PATIENCE_MINUTES = 3;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server-initialize",
                "ping",
                "logging-set-level",
                "tools-list",
                "resources-list",
                "server-sse-multiple-streams",
                "dns-rebinding-protection"
            })
    void theServerPassesTheScenario(String scenario) throws Exception {
        assumeThat(output("npx", "--version")).as("npx").isNotEmpty();

        String report = output(
                "npx", "--yes", SUITE, "server", "--url", "http://127.0.0.1:" + port + "/mcp", "--scenario", scenario);

        assertThat(report)
                .contains("Passed: ")
                .contains(" 0 failed, 0 warnings")
                .doesNotContain("Passed: 0/");
    }

    /** What a program prints; empty when there is no such program. */
    private static String output(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return text;
        } catch (IOException noProgram) {
            return "";
        }
    }
}
