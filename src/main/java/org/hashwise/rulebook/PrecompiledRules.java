package org.hashwise.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step of the build: compiles the shipped rules into the program and runs their cases, neither of which every start has to
 * do again with the same files.
 */
public final class PrecompiledRules {

    private static final Logger LOG = LoggerFactory.getLogger(PrecompiledRules.class);
    private static final String TRIED = "compiled-rules/tried.txt";

    private PrecompiledRules() {}

    /** Whether the cases of this edition were run when the program was built, and nothing was to be said about it. */
    static boolean isTried(String edition) {
        try (InputStream tried = PrecompiledRules.class.getResourceAsStream("/" + TRIED)) {
            return tried != null && new String(tried.readAllBytes(), StandardCharsets.UTF_8).equals(edition);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param folders the rules, and the folder of classes that goes into the program */
    public static void main(String... folders) throws IOException {
        RulebookFiles files = RulebookFiles.in(Path.of(folders[0]));
        Path classes = Path.of(folders[1]);
        Path tried = classes.resolve(TRIED);
        Files.deleteIfExists(tried); // the rules may be the same and the program another
        try {
            RulebookReader.compile(files, classes);
            try (Rulebook rulebook = RulebookReader.read(files)) {
                if (rulebook.problems().isEmpty()) {
                    Files.writeString(tried, rulebook.edition());
                }
            }
        } catch (RulebookRejected rejected) {
            // The start will say so, and the tests; a build that stops here would tell analysts about its own steps.
            LOG.warn(
                    "The rules have {} problems and are not compiled into the program",
                    rejected.problems().size());
        }
    }
}
