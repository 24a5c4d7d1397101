package org.hashwise.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hashwise.Hashwise;

/** The packaged program, started as the README says, in an empty folder and on a free port. */
final class Program implements AutoCloseable {

    static final Path JAR = Path.of("target", "hashwise.jar").toAbsolutePath();

    private static final Pattern PORT = Pattern.compile("started on port (\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern ALLOCATED = Pattern.compile(" allocated=(\\d+)([BKMG]) ");
    private static final long PATIENCE_SECONDS = 180;
    private static final long MILLIS_BETWEEN_LOOKS = 5;
    private static final double KIB_PER_MIB = 1024;

    private final Process process;
    private final int port;

    private Program(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** {@code java} with these arguments. */
    static Program start(List<String> arguments, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Programs.java()));
        command.addAll(arguments);
        command.add("--server.port=0");
        Path log = Files.createTempFile(folder, "program", ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher line = PORT.matcher(Files.readString(log));
            if (line.find()) {
                return new Program(process, Integer.parseInt(line.group(1)));
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        process.destroyForcibly();
        throw new IllegalStateException("not started: " + Files.readString(log));
    }

    /** With the endpoints of {@link Noop} beside its own. */
    static Program withNoop(Path folder) throws IOException, InterruptedException {
        Path beside = folder.resolve("noop");
        String name = Noop.class.getName().replace('.', '/') + ".class";
        Path target = beside.resolve(name);
        Files.createDirectories(target.getParent());
        try (var bytes = Noop.class.getClassLoader().getResourceAsStream(name)) {
            Files.copy(bytes, target);
        }
        // The bean definitions of the build know nothing of these endpoints.
        return start(List.of("-Dspring.aot.enabled=false", "-cp", JAR + File.pathSeparator + beside, Hashwise.class.getName()), folder);
    }

    int port() {
        return port;
    }

    /** Resident memory in MiB. */
    double residentMib() throws IOException {
        Matcher matcher =
                RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
        if (!matcher.find()) {
            throw new IllegalStateException("no VmRSS");
        }
        return Long.parseLong(matcher.group(1)) / KIB_PER_MIB;
    }

    /** Heap that is in use after a collection of all garbage, in MiB. */
    double liveHeapMib() {
        Matcher matcher =
                LIVE.matcher(Programs.run(Programs.jcmd(), Long.toString(process.pid()), "GC.class_histogram"));
        if (!matcher.find()) {
            throw new IllegalStateException("no histogram");
        }
        return Long.parseLong(matcher.group(1)) / KIB_PER_MIB / KIB_PER_MIB;
    }

    /** The memory that its threads have allocated since their start, in KiB; exact to a MiB for each thread. */
    double allocatedKib() {
        Matcher matcher = ALLOCATED.matcher(Programs.run(Programs.jcmd(), Long.toString(process.pid()), "Thread.print", "-e"));
        double sum = 0;
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1)) * Math.pow(KIB_PER_MIB, "BKMG".indexOf(matcher.group(2)) - 1.0);
        }
        return sum;
    }

    /** Ends it as an operator does, so that it can write what it writes at its end. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
