package org.hashwise.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Puts files in force without a context. */
public final class ForceRules {

    private ForceRules() {}

    public static Rulebooks of(RulebookFiles files) {
        try {
            Path folder = Files.createTempDirectory("rules");
            SmallRules.write(files, folder);
            return new Rulebooks(new RulesLocation(Optional.of(folder)), Clock.systemUTC());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Puts others in force. */
    public static void swap(Rulebooks rulebooks, RulebookFiles files) {
        rulebooks.take(RulebookReader.examine(files));
    }
}
