package org.hashwise.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashwise.rulebook.files.PackedYaml;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step of the build: runs the test cases of the shipped rules, compares their bytecode with the rule engine and packs their YAML,
 * so that a start with the same files need not do so again.
 */
public final class TestedRules {

    private static final Logger LOG = LoggerFactory.getLogger(TestedRules.class);
    private static final String EDITION = "tested-rules/edition.txt";

    private TestedRules() {}

    /**
     * Returns whether the cases of this edition were run and its bytecode was compared with the rule engine when the program was built,
     * and its check found neither a problem nor a difference.
     */
    static boolean include(String edition) {
        try (InputStream tested = TestedRules.class.getResourceAsStream("/" + EDITION)) {
            return tested != null && new String(tested.readAllBytes(), StandardCharsets.UTF_8).equals(edition);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param folders the rules, and the folder of classes that goes into the program */
    public static void main(String... folders) throws IOException {
        Path tested = Path.of(folders[1]).resolve(EDITION);
        Path packed = Path.of(folders[1]).resolve(PackedYaml.RESOURCE);
        Files.deleteIfExists(tested); // the rules may be the same and the program another
        Files.deleteIfExists(packed);
        RulebookFiles files = RulebookFiles.in(Path.of(folders[0]));
        try (Rulebook rulebook = RulebookReader.read(files)) {
            rulebook.verifyBytecode(() -> false);
            if (rulebook.problems().isEmpty() && rulebook.verdictSource() == VerdictSource.BYTECODE) {
                Files.createDirectories(tested.getParent());
                Files.writeString(tested, rulebook.edition());
                Files.write(packed, PackedYaml.pack(yaml(files)));
            }
        } catch (RulebookRejected rejected) {
            // The start will say so, and the tests; a build that stops here would show analysts a stack trace of the
            // build.
            LOG.warn("The rules have {} problems", rejected.problems().size());
        }
    }

    private static List<String> yaml(RulebookFiles files) {
        return files.contentByPath().keySet().stream()
                .filter(path -> path.endsWith(".yaml"))
                .map(files::text)
                .toList();
    }
}
