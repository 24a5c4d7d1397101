package org.hashwise.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.RulebookFiles;

/** The company-dates that are no part of the casebook; there may be none. */
final class HeldOutCasebook {

    private static final Path FOLDER = Path.of("src", "test", "resources", "held-out-casebook");

    private HeldOutCasebook() {}

    /** The companies that the files do not have. */
    static List<CaseStudy> studies(RulebookFiles files) {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        Set<String> known = new HashSet<>();
        ShippedRules.rulebook().cases().forEach(study -> known.add(study.id()));
        RulebookFiles more = files;
        try (Stream<Path> heldOut = Files.list(FOLDER)) {
            for (Path file : heldOut.sorted().toList()) {
                more = more.with("casebook/" + file.getFileName(), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return RulebookReader.interpret(more).cases().stream()
                .filter(study -> !known.contains(study.id()))
                .toList();
    }
}
