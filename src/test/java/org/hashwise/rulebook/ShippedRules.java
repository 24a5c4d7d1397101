package org.hashwise.rulebook;

import java.nio.file.Path;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.testing.RulebookUnderTest;

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

    /** What trials of it need. */
    public static RulebookUnderTest trialSubject() {
        return RULEBOOK.subject();
    }

    /** The situation of a company of the casebook on its day. */
    public static Situation situation(CaseStudy study) {
        return Situation.of(
                RULEBOOK.questionnaire(),
                study.answers(),
                RULEBOOK.markets().asOf(study.asOf()).orElseThrow(),
                RULEBOOK.jurisdictions(),
                study.asOf());
    }

    public static Advice advice(CaseStudy study) {
        return RULEBOOK.advise(situation(study), Language.EN);
    }
}
