package org.hashwise.rulebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hashwise.rulebook.model.RulebookFiles;
import org.jspecify.annotations.Nullable;

/** The location of the rules: a named folder, else {@code rules} in the working directory, else the program's own. */
public record RulesLocation(Optional<Path> folder) {

    private static final Path IN_WORKING_DIRECTORY = Path.of("rules");

    /** @param configured the value of {@code hashwise.rules}; null or blank when it is not set */
    public static RulesLocation of(@Nullable String configured) {
        if (configured != null && !configured.isBlank()) {
            return new RulesLocation(Optional.of(Path.of(configured)));
        }
        boolean present = Files.isDirectory(IN_WORKING_DIRECTORY.resolve("questions"));
        return new RulesLocation(present ? Optional.of(IN_WORKING_DIRECTORY) : Optional.empty());
    }

    /** The rules that came with the program. */
    public static RulesLocation packaged() {
        return new RulesLocation(Optional.empty());
    }

    /** The absolute path of the folder, for messages; empty for the rules that came with the program. */
    public String shown() {
        return folder.map(path -> path.toAbsolutePath().normalize().toString()).orElse("");
    }

    /** @throws org.hashwise.rulebook.model.RulebookRejected when there is no such folder */
    public RulebookFiles files() {
        return folder.map(RulebookFiles::in).orElseGet(PackagedRules::files);
    }
}
