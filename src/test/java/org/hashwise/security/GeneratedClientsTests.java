package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hashwise.Hashwise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * Clients that are generated from the OpenAPI description compile without warnings, and do what programs need. The profile
 * {@code long} brings the generator of the Java client; the TypeScript client needs Node and the npm registry.
 */
@Tag("long")
@SpringBootTest(classes = Hashwise.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestAccounts.Open.class)
class GeneratedClientsTests {

    private static final Path SOURCES = Path.of("src/test/clients");
    private static final Path GENERATOR = Path.of("target/tools/openapi-generator-cli.jar");
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private static final int PATIENCE_MINUTES = 5;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Test
    void aGeneratedJavaClientCompilesWithoutWarningsAndCalls() throws Exception {
        assumeThat(GENERATOR).as("the profile long brings the generator").exists();
        Path client = folder.resolve("client");
        run(
                java("java"),
                "-jar",
                GENERATOR.toAbsolutePath().toString(),
                "generate",
                "-i",
                description().toString(),
                "-g",
                "java",
                "--library",
                "native",
                "-o",
                client.toString(),
                "--invoker-package",
                "org.hashwise.client",
                "--api-package",
                "org.hashwise.client",
                "--model-package",
                "org.hashwise.client.model",
                "--additional-properties",
                "useJackson3=true,openApiNullable=false,useJakartaEe=true");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> compile = new ArrayList<>(List.of(
                java("javac"),
                // Generated serializers have no version of their own.
                "-Xlint:all,-serial",
                "-Werror",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                CLASS_PATH,
                SOURCES.resolve("java/TenCalls.java").toAbsolutePath().toString()));
        try (Stream<Path> files = Files.walk(client.resolve("src/main/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compile::add);
        }

        assertThat(run(compile.toArray(String[]::new))).doesNotContain("warning");
        assertThat(run(java("java"), "-cp", classes + File.pathSeparator + CLASS_PATH, "TenCalls", address()))
                .contains("13 calls");
    }

    @Test
    void aGeneratedTypeScriptClientCompilesStrictlyAndCalls() throws Exception {
        try (Stream<Path> files = Files.list(SOURCES.resolve("typescript"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        assumeThat(isThere("npm")).as("npm").isTrue();
        description();

        run("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts");
        run("npx", "openapi-typescript", "openapi.json", "-o", "schema.ts");
        assertThat(run("npx", "tsc")).isEmpty();
        assertThat(run("node", "built/ten-calls.js", address())).contains("12 calls");
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private Path description() throws IOException, InterruptedException {
        HttpResponse<Path> reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/api/v1/openapi"))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(folder.resolve("openapi.json")));
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply.body();
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** The output of a program; it has to end well. */
    private String run(String... command) throws IOException, InterruptedException {
        Process process = process(command);
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private Process process(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return process;
    }
}
