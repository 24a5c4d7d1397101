package org.hashwise;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.assessment.StoreSettings;

/** Hashwise as a program of its own, which can be killed. */
final class ServerProcess implements RunningServer {

    private static final Pattern PORT = Pattern.compile("started on port (\\d+)");
    private static final long PATIENCE_SECONDS = 180;
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    private final Process process;
    private final int port;
    private final Path log;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts one of the classes under test and waits until it answers. */
    static ServerProcess start(StoreSettings store, Path rules, Path logs) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Hashwise.class.getName()));
        arguments.addAll(settings(store, rules));
        return start(arguments, Path.of(""), logs);
    }

    /** Arguments of an instance with this store and these rules. */
    static List<String> settings(StoreSettings store, Path rules) {
        List<String> settings = new ArrayList<>(List.of(
                "--hashwise.warm-up=false",
                "--hashwise.rules=" + rules,
                "--hashwise.data=" + store.folder().toAbsolutePath()));
        if (store.isServer()) {
            settings.add("--spring.datasource.url=" + store.url());
            settings.add("--spring.datasource.username=" + store.user());
            settings.add("--spring.datasource.password=" + store.password());
        }
        return settings;
    }

    /** {@code java} with these arguments, and on a free port. */
    static ServerProcess start(List<String> arguments, Path folder, Path logs)
            throws IOException, InterruptedException {
        List<String> command = java(arguments);
        command.add("--server.port=0");
        Path log = Files.createTempFile(logs, "instance", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServerProcess(process, port(process, log), log);
    }

    /** The JDK of the tests, with options for a fast start and little memory. */
    static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(arguments);
        return command;
    }

    private static int port(Process process, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            Matcher line = PORT.matcher(Files.readString(log));
            if (line.find()) {
                return Integer.parseInt(line.group(1));
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        process.destroyForcibly();
        throw new IllegalStateException("not started: " + Files.readString(log));
    }

    @Override
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int port() {
        return port;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** The output of the program so far. */
    String output() throws IOException {
        return Files.readString(log);
    }

    /** SIGTERM, and the exit code: it ends by itself. */
    int end() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** SIGKILL: nothing of it runs on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
