package org.hashwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second build of the same sources where nothing of the first one is at hand: in another folder, with an empty home and
 * local repository, no environment but a short {@code PATH}, and another language and time zone.
 */
@Tag("long")
class BareMachineIT {

    private static final Path SOURCES = Path.of("").toAbsolutePath();
    private static final Path JAR = Path.of("target", "hashwise.jar");
    private static final long PATIENCE_MINUTES = 20;

    @TempDir
    private Path folder;

    @Test
    void anEmptyMachineBuildsTheSameJarByteForByte() throws Exception {
        assumeThat(System.getProperty("hashwise.network", "")).isNotEqualTo("offline: true");
        Path copy = folder.resolve("checkout");
        copySources(copy);

        run(packaging(), copy);

        assertThat(difference(entries(copy.resolve(JAR)), entries(JAR))).isEmpty();
        assertThat(Files.mismatch(copy.resolve(JAR), JAR))
                .as("first different byte")
                .isEqualTo(-1);
    }

    /** The files that a clone would have, and those not committed yet. */
    private void copySources(Path copy) throws Exception {
        Path list = folder.resolve("sources");
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .redirectOutput(list.toFile())
                .start();
        assumeThat(git.waitFor())
                .as("exit code of git in the folder of the sources")
                .isZero();
        for (String name : Files.readString(list).split("\0", -1)) {
            if (Files.isRegularFile(SOURCES.resolve(name))) {
                Files.createDirectories(copy.resolve(name).getParent());
                Files.copy(SOURCES.resolve(name), copy.resolve(name));
            }
        }
    }

    private List<String> packaging() throws IOException {
        Path maven = Path.of(System.getProperty("maven.home"), "bin", "mvn");
        List<String> command = new ArrayList<>(
                List.of(maven.toString(), "--batch-mode", "--no-transfer-progress", "-DskipTests", "package"));
        command.add("-Dmaven.repo.local=" + Files.createDirectory(folder.resolve("repository")));
        // A mirror is part of the network that a machine is in, and not of what it has.
        Path settings = Path.of(System.getProperty("user.home"), ".m2", "settings.xml");
        if (Files.exists(settings)) {
            command.addAll(List.of("--settings", settings.toString()));
        }
        return command;
    }

    private void run(List<String> command, Path checkout) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", home.toString());
        environment.put("MAVEN_OPTS", "-Duser.home=" + home);
        environment.put("LANG", "C");
        environment.put("TZ", "Pacific/Auckland");
        Process build = builder.start();
        if (!build.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            build.destroyForcibly();
        }
        assertThat(build.waitFor())
                .as(() -> "exit code after " + lastLines(log))
                .isZero();
    }

    private static String lastLines(Path log) {
        try {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            return text.substring(Math.max(0, text.length() - 4000));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** The names of the files that only one of two jars has, or that are not the same in both. */
    private static Set<String> difference(Map<String, Long> one, Map<String, Long> another) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(another.keySet());
        names.removeIf(name -> Objects.equals(one.get(name), another.get(name)));
        return names;
    }

    /** The check sum of each file in a jar. */
    private static Map<String, Long> entries(Path jar) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> sums.put(entry.getName(), entry.getCrc()));
        }
        return sums;
    }
}
