package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program, alone in a folder, and then with every command that the documentation
 * shows. The steps build on each other, so they have an order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagedProgramIT {

    private static final Path JAR = Path.of("target", "hashwise.jar").toAbsolutePath();
    private static final Path RULES = Path.of("rules").toAbsolutePath();
    private static final String RECEIPT = "receipt.json";
    private static final String ARCHIVE = "hashwise.jsa";
    private static final String ARCHIVE_WRITTEN = "-XX:ArchiveClassesAtExit=" + ARCHIVE;
    private static final String BODY =
            "{\"company\": \"Example Mining\", \"asOf\": \"2025-12-01\", \"answers\": {\"power.largestSiteMw\": 245}}";
    private static final long PATIENCE_MINUTES = 3;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager())
            .build();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void aFolderWithTheJar() throws IOException {
        Files.createDirectory(folder.resolve("target"));
        // The documentation names it either way.
        Files.copy(JAR, folder.resolve("hashwise.jar"));
        Files.createSymbolicLink(folder.resolve("target/hashwise.jar"), folder.resolve("hashwise.jar"));
    }

    @Test
    @Order(1)
    void theJarAloneServesPagesAdviceAndAssessments() throws Exception {
        try (ServerProcess program = ServerProcess.start(List.of("-jar", "hashwise.jar"), folder, folder)) {
            String page = get(program, "/?lang=fr");
            Matcher sheet = Pattern.compile("href=\"(/assets/[^\"]+\\.css)\"").matcher(page);
            assertThat(page).contains("lang=\"fr\"");
            assertThat(sheet.find()).isTrue();
            assertThat(get(program, sheet.group(1))).contains("@media");
            assertThat(get(program, "/api/v1/openapi")).contains("\"/api/v1/advice\"");
            assertThat(get(program, "/actuator/health")).contains("UP");
            assertThat(post(program, "/api/v1/advice").body()).contains("\"recommendation\"");

            HttpResponse<String> kept = post(program, "/api/v1/assessments");
            assertThat(kept.statusCode()).isEqualTo(201);
            String address = URI.create(kept.headers().firstValue("Location").orElseThrow())
                    .getPath();
            Files.writeString(folder.resolve(RECEIPT), get(program, address + "/receipt"));

            assertThat(program.end()).isEqualTo(128 + 15);
        }
    }

    /** Not the rules that were tested as the program was built: the cases of these have to be run by it. */
    @Test
    @Order(2)
    void theJarCompilesRulesThatSomebodyEdited() throws Exception {
        copy(RULES, folder.resolve("old-rules"));
        Path thresholds = folder.resolve("old-rules/parameters/power-access.yaml");
        String before = Files.readString(thresholds);
        Files.writeString(thresholds, before.replaceFirst("en: ", "en: Now "));
        try (ServerProcess program = ServerProcess.start(
                List.of("-jar", "hashwise.jar", "--hashwise.rules=old-rules", "--hashwise.data=elsewhere"),
                folder,
                folder)) {
            assertThat(Files.readString(thresholds)).isNotEqualTo(before);
            assertThat(post(program, "/api/v1/advice").body()).contains("\"recommendation\"");
        }
    }

    @Test
    @Order(3)
    void everyCommandOfTheDocumentationWorks() throws Exception {
        copy(RULES, folder.resolve("rules"));
        Files.writeString(
                folder.resolve("values.csv"), "asOf,btcPriceUsd,networkHashrateEh,source\n2026-11-26,60000,906,desk\n");
        Path snapshots = folder.resolve("rules").resolve("market");
        Files.writeString(
                snapshots.resolve("2026-11-27.proposal"),
                Files.readString(snapshots.resolve("2026-11-25.yaml")).replace("asOf: 2026-11-25", "asOf: 2026-11-27"));
        Files.writeString(folder.resolve("companies.csv"), "company,power.largestSiteMw\nExample Mining,245\n");
        // The archive of classes first, so that the others start with it.
        List<ShownCommand> shown = ShownCommand.all().stream()
                .filter(ShownCommand::isRun)
                .sorted(Comparator.comparing(command -> !command.arguments().contains(ARCHIVE_WRITTEN)))
                .toList();
        assertThat(shown).isNotEmpty();
        for (ShownCommand command : shown) {
            if (command.isServer()) {
                try (ServerProcess program = ServerProcess.start(archived(command), folder, folder)) {
                    assertThat(get(program, "/")).as(command.toString()).contains("Hashwise");
                }
            } else {
                assertThat(run(archived(command))).as(command.toString()).isZero();
            }
            assertThat(folder.resolve(ARCHIVE)).as("archive").exists();
        }
        assertThat(folder.resolve("monday.db")).as("back-up").exists();
    }

    /** A command with the archive of classes, unless it says itself which it reads or writes. */
    private static List<String> archived(ShownCommand command) {
        List<String> words = new ArrayList<>();
        if (!command.arguments().startsWith("-XX:")) {
            words.add("-XX:SharedArchiveFile=" + ARCHIVE);
        }
        // An archive is for the path that it was made with.
        command.words().forEach(word -> words.add(word.equals("hashwise.jar") ? "target/hashwise.jar" : word));
        return words;
    }

    /** Each library that names itself in the jar is in the bill of materials, with its version. */
    @Test
    @Order(4)
    void theJarListsWhatItIsMadeOf() throws IOException {
        assumeThat(System.getProperty("hashwise.network", "")).isNotEqualTo("offline: true");
        try (JarFile jar = new JarFile(JAR.toFile())) {
            byte[] bill = read(jar, "META-INF/sbom/application.cdx.json");
            assertThat(JAR.resolveSibling("application.cdx.json")).hasBinaryContent(bill);
            String components = new String(bill, StandardCharsets.UTF_8);
            List<String> carried = new ArrayList<>();
            for (JarEntry entry : Collections.list(jar.entries())) {
                // Gson lies within another library, which is listed itself.
                if (entry.getName().matches("META-INF/maven/(?!com\\.google\\.code\\.gson/).*/pom\\.properties")) {
                    Properties library = new Properties();
                    library.load(new ByteArrayInputStream(read(jar, entry.getName())));
                    carried.add("pkg:maven/%s/%s@%s?"
                            .formatted(
                                    library.getProperty("groupId"),
                                    library.getProperty("artifactId"),
                                    library.getProperty("version")));
                }
            }
            assertThat(carried)
                    .hasSizeGreaterThan(50)
                    .allSatisfy(library -> assertThat(components).contains(library));
        }
    }

    private static byte[] read(JarFile jar, String entry) throws IOException {
        try (InputStream content = jar.getInputStream(jar.getJarEntry(entry))) {
            return content.readAllBytes();
        }
    }

    private static int run(List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ServerProcess.java(arguments))
                .directory(folder.toFile())
                .inheritIO()
                // A command that serves until its input ends has none.
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    private static String get(ServerProcess program, String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                CLIENT.send(HttpRequest.newBuilder(program.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static HttpResponse<String> post(ServerProcess program, String path)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(program.uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(BODY))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
