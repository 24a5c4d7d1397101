package org.hashwise.rulebook;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.RulebookFiles;

/** The rulebook in rules/, read once for all tests. */
public final class ShippedRules {

    private static final RulebookFiles FILES = RulebookFiles.in(Path.of("rules"));
    private static final Rulebook RULEBOOK = RulebookReader.read(FILES);

    private ShippedRules() {}

    public static RulebookFiles files() {
        return FILES;
    }

    public static Rulebook rulebook() {
        return RULEBOOK;
    }

    /** The contents of the files. */
    public static RulebookContents contents() {
        return RULEBOOK.contents();
    }

    /** The rules as Drools evaluates them. */
    public static RuleEngine engine() {
        return RULEBOOK.engine();
    }

    /** The rules with a source of evaluators for verdicts in bulk; they ask Drools as long as it gives none. */
    public static Adviser withEvaluators(Supplier<Optional<VerdictEvaluator>> evaluators) {
        return new EngineAdviser(RULEBOOK.edition(), RULEBOOK.engine(), evaluators);
    }

    /** The situation of a company of the casebook on its day. */
    public static Situation situation(CaseStudy study) {
        return RULEBOOK.situation(study.answers(), study.asOf()).orElseThrow();
    }

    public static Advice advice(CaseStudy study) {
        return RULEBOOK.advise(situation(study), Language.EN);
    }
}
