package org.hashwise.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.hashwise.rulebook.model.RulebookFiles;

/** Puts files in force without a context. */
public final class RulebookActivation {

    private RulebookActivation() {}

    public static ActiveRulebook of(RulebookFiles files) {
        try {
            Path folder = Files.createTempDirectory("rules");
            SmallRules.write(files, folder);
            return new ActiveRulebook(new RulesLocation(Optional.of(folder)), Clock.systemUTC());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Puts others in force. */
    public static void swap(ActiveRulebook rulebooks, RulebookFiles files) {
        rulebooks.take(RulebookReader.examine(files));
    }

    /** Puts a draft beside the rules in force. */
    public static void draft(ActiveRulebook rulebooks, Draft draft) {
        rulebooks.take(new RulebookReader.Examination(draft.edition(), draft.problems(), Optional.empty()));
    }

    /** Takes the draft away. */
    public static void dropDraft(ActiveRulebook rulebooks) {
        rulebooks.dropDraft();
    }
}
