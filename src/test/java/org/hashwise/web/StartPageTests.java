package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.CaseStudy.Quality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which companies of the casebook the start page shows. */
class StartPageTests {

    @Test
    void featuredCompaniesComeFirstInTheirOrderAndOtherCoursesFollow() {
        List<CaseStudy> cases = List.of(
                study("a", Strategy.HOLD, 2023, null),
                study("b", Strategy.AI_HOSTING, 2025, 2.0),
                study("c", Strategy.HOLD, 2024, null),
                study("d", Strategy.AI_HOSTING, 2026, null),
                study("e", Strategy.DAT, 2022, 1.0));

        assertThat(StartController.examples(cases)).extracting(CaseStudy::id).containsExactly("e", "b", "c");
    }

    @Test
    void withoutFeaturedCompaniesTheLatestOfEachCourseIsShown() {
        List<CaseStudy> cases = List.of(
                study("a", Strategy.HOLD, 2023, null),
                study("b", Strategy.AI_HOSTING, 2025, null),
                study("c", Strategy.HOLD, 2024, null));

        assertThat(StartController.examples(cases)).extracting(CaseStudy::id).containsExactly("c", "b");
    }

    @Test
    void theShippedCasebookFeaturesFiveKnownTurns() {
        List<CaseStudy> shown = StartController.examples(ShippedRules.rulebook().cases());

        assertThat(shown)
                .extracting(CaseStudy::company)
                .startsWith(
                        "Core Scientific", "IREN", "TeraWulf", "Bitmine Immersion Technologies", "Cathedra Bitcoin");
        assertThat(shown).extracting(study -> study.observed().strategy()).contains(Strategy.values());
    }

    private static CaseStudy study(String id, Strategy strategy, int year, @Nullable Double featured) {
        LocalDate day = LocalDate.of(year, 6, 30);
        Text text = new Text("A sample.", "Un exemple.");
        return new CaseStudy(
                id,
                "Company " + id,
                day,
                Quality.A,
                Answers.none(),
                Map.of(),
                text,
                new CaseStudy.Observed(strategy, null, day, text, "judgement: a sample", List.of(), List.of()),
                null,
                featured);
    }
}
