package org.hashwise.rulebook;

import java.util.Optional;
import org.hashwise.rulebook.fix.ValueEditor;
import org.hashwise.rulebook.model.EditNote;
import org.hashwise.rulebook.model.RulebookFiles;

/** One change of a rulebook: of the value of a threshold, or of the weight of a piece of evidence. */
public sealed interface RulebookEdit {

    /**
     * The changed files; comments, order and all other values stay as they are.
     *
     * @param note who changes it, when and why, to be kept beside the value; empty for a trial
     * @return empty when there is no such threshold or evidence, or when it is in a decision table
     */
    Optional<RulebookFiles> in(RulebookFiles files, Rulebook rulebook, Optional<EditNote> note);

    /** @param name of the threshold */
    record ThresholdValue(String name, double value) implements RulebookEdit {
        @Override
        public Optional<RulebookFiles> in(RulebookFiles files, Rulebook rulebook, Optional<EditNote> note) {
            return Optional.ofNullable(rulebook.parameters().get(name))
                    .flatMap(threshold -> new ValueEditor(files, note).threshold(threshold, value));
        }
    }

    /**
     * @param rule id of the rule
     * @param effect which of the consequences of the rule, counted from 0
     * @param points 1 weak, 2 medium, 3 strong
     */
    record EvidenceWeight(String rule, int effect, int points) implements RulebookEdit {
        @Override
        public Optional<RulebookFiles> in(RulebookFiles files, Rulebook rulebook, Optional<EditNote> note) {
            return rulebook.contents().policy().stream()
                    .filter(each -> each.id().equals(rule))
                    .findFirst()
                    .flatMap(each -> new ValueEditor(files, note).weight(each, effect, points));
        }
    }
}
