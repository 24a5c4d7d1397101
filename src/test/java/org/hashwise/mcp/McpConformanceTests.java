package org.hashwise.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hashwise.Hashwise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The public conformance suite of the protocol. Needs npx and the npm registry. */
@Tag("long")
@SpringBootTest(
        classes = Hashwise.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "hashwise.warm-up=false")
class McpConformanceTests {

    /** The last version that runs on Node 20. */
    private static final String SUITE = "@modelcontextprotocol/conformance@0.1.13";

    /** The scenarios that fail, with the reason of each. */
    private static final Path BASELINE = Path.of("src/test/resources/org/hashwise/mcp/conformance-baseline.yaml");

    private static final int PATIENCE_MINUTES = 3;

    @LocalServerPort
    private int port;

    @Test
    void theServerPassesTheSuiteButForTheScenariosThatNeedOtherTools() throws Exception {
        assumeThat(output("npx", "--version")).as("npx").isNotEmpty();

        String report = output(
                "npx",
                "--yes",
                SUITE,
                "server",
                "--url",
                "http://127.0.0.1:" + port + "/mcp",
                "--suite",
                "active",
                "--expected-failures",
                BASELINE.toString());

        assertThat(report)
                .contains("Baseline check passed")
                .contains(
                        "✓ server-initialize: 1 passed",
                        "✓ logging-set-level: 1 passed",
                        "✓ ping: 1 passed",
                        "✓ tools-list: 1 passed",
                        "✓ resources-list: 1 passed",
                        "✓ server-sse-multiple-streams: 2 passed",
                        "✓ dns-rebinding-protection: 2 passed");
    }

    /** The output of a program; empty when there is no such program. */
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
