package org.hashwise.bench;

import java.nio.file.Path;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.model.RulebookFiles;

/** A program that reads the shipped rules in a fresh virtual machine and prints the milliseconds. */
public final class ReadRules {

    private ReadRules() {}

    /** Reads them once, or as many times as is said. */
    public static void main(String[] arguments) {
        int times = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        for (int i = 0; i < times; i++) {
            System.out.println(Stopwatch.once(() -> RulebookReader.read(RulebookFiles.in(Path.of("rules")))
                    .close()));
        }
    }
}
