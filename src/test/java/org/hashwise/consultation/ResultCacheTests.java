package org.hashwise.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Test;

class ResultCacheTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final Situation COMPANY =
            ShippedRules.situation(RULEBOOK.cases().get(0));
    private static final Situation OTHER =
            ShippedRules.situation(RULEBOOK.cases().get(1));

    private final ResultCache<Integer> cache = new ResultCache<>();
    private final AtomicInteger computed = new AtomicInteger();

    @Test
    void aResultIsComputedOnceForAllLanguagesAndNames() {
        assertThat(get(evaluation("Acme", Language.EN, COMPANY, RULEBOOK), "flips"))
                .isEqualTo(1);
        assertThat(get(evaluation("", Language.FR, COMPANY, RULEBOOK), "flips")).isEqualTo(1);
    }

    @Test
    void anotherCompanyArgumentOrEditionIsComputedAnew() {
        get(evaluation("", Language.EN, COMPANY, RULEBOOK), "flips");

        assertThat(get(evaluation("", Language.EN, OTHER, RULEBOOK), "flips")).isEqualTo(2);
        assertThat(get(evaluation("", Language.EN, COMPANY, RULEBOOK), "changes"))
                .isEqualTo(3);
        assertThat(get(
                        evaluation("", Language.EN, COMPANY, RulebookReader.interpret(SmallRules.edition(100))),
                        "flips"))
                .isEqualTo(4);
    }

    @Test
    void aFailureIsNotKept() {
        Evaluation evaluation = evaluation("", Language.EN, COMPANY, RULEBOOK);
        assertThatThrownBy(() -> cache.get(evaluation, "flips", () -> {
                    throw new IllegalStateException("cancelled");
                }))
                .hasMessage("cancelled");

        assertThat(get(evaluation, "flips")).isEqualTo(1);
    }

    private int get(Evaluation evaluation, String arguments) {
        return cache.get(evaluation, arguments, computed::incrementAndGet);
    }

    private static Evaluation evaluation(String name, Language language, Situation company, Adviser adviser) {
        return new Evaluation(
                new Consultation.Request(name, company.asOf(), language, company.answers()), company, adviser);
    }
}
