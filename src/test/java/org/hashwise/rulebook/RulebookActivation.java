package org.hashwise.rulebook;

import java.time.Clock;
import java.util.Optional;
import org.hashwise.rulebook.model.RulebookFiles;

/** Activation of rulebook files without a Spring context. */
public final class RulebookActivation {

    private RulebookActivation() {}

    public static ActiveRulebook of(RulebookFiles files) {
        return new ActiveRulebook(new RulesLocation(Optional.of(SmallRules.folder(files))), Clock.systemUTC());
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
