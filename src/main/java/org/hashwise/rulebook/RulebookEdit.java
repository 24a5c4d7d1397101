package org.hashwise.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.rulebook.fix.ValueEditor;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.Strength;
import org.hashwise.rulebook.model.EditNote;
import org.hashwise.rulebook.model.RulebookFiles;

/** One change of a rulebook: of the value of a threshold, of the weight of evidence, or of the grade of a place. */
public sealed interface RulebookEdit {

    /**
     * The changed files; comments, order and all other values stay as they are.
     *
     * @param note who changes it, when and why, to be kept beside the value; empty for a trial
     * @return empty when the rulebook does not have what is to be changed, or has it in merged cells of a workbook
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
            Optional<String> strength = Stream.of(Strength.values())
                    .filter(each -> each.points() == points)
                    .map(Strength::name)
                    .findFirst();
            return strength.flatMap(word -> word(rulebook.contents().policy(), rule, effect, word, files, note));
        }
    }

    /**
     * @param rule id of a row of the regulation table
     * @param use which of the grades of the row, counted from 0
     */
    record PlaceGrade(String rule, int use, Grade grade) implements RulebookEdit {
        @Override
        public Optional<RulebookFiles> in(RulebookFiles files, Rulebook rulebook, Optional<EditNote> note) {
            return word(rulebook.contents().grading(), rule, use, grade.name(), files, note);
        }
    }

    private static Optional<RulebookFiles> word(
            List<Rule> rules, String id, int consequence, String word, RulebookFiles files, Optional<EditNote> note) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .flatMap(rule -> new ValueEditor(files, note).word(rule, consequence, word));
    }
}
