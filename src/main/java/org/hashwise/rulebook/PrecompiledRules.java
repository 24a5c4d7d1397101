package org.hashwise.rulebook;

import java.io.IOException;
import java.nio.file.Path;

/** A step of the build: compiles the shipped rules into the program. */
public final class PrecompiledRules {

    private PrecompiledRules() {}

    /** @param folders the rules, and the folder of classes that goes into the program */
    public static void main(String... folders) throws IOException {
        try {
            RulebookReader.compile(RulebookFiles.in(Path.of(folders[0])), Path.of(folders[1]));
        } catch (RulebookRejected rejected) {
            rejected.problems().forEach(System.err::println);
            System.exit(1);
        }
    }
}
