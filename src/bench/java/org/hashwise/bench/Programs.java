package org.hashwise.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The programs of the JDK that runs this. */
final class Programs {

    private Programs() {}

    static String java() {
        return of("java");
    }

    static String jcmd() {
        return of("jcmd");
    }

    private static String of(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** The standard output of a program that ends by itself. */
    static String run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + out);
            }
            return out;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
