package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.MetricGroup;
import org.hashwise.consultation.ProblemKind;
import org.hashwise.economics.JurisdictionGrade;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Every page in every language, and the words that pages put together from ids. */
class PagesTests extends PageSlice {

    @Autowired
    private MessageSource messages;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/examples",
                "/problems",
                "/questions/company",
                "/questions/market",
                "/questions/mining",
                "/questions/power",
                "/questions/hosting",
                "/questions/regulation",
                "/questions/treasury",
                "/questions/check",
                "/interview",
                "/interview/power.contract",
                "/advice"
            })
    void everyPageRendersInEveryLanguage(String path) {
        for (Language language : Language.values()) {
            PageVisitor visitor = new PageVisitor(http, language.code());
            visitor.follow("/examples/harbour-2024-06");

            assertThat(visitor.read(path))
                    .contains("<html lang=\"" + language.code() + "\">", "</html>", "id=\"main\"", "class=\"skip\"")
                    .doesNotContain("th:", "${", "#{", "??", "null</")
                    .containsOnlyOnce("<h1");
        }
    }

    @Test
    void everyKindOfProblemIsExplainedWithoutACase() {
        for (Language language : Language.values()) {
            String page = new PageVisitor(http, language.code()).read("/problems");

            assertThat(page).doesNotContainPattern("\\{[0-9]").doesNotContain("failure.", "rejection.");
            Stream.of(ProblemKind.values()).forEach(kind -> assertThat(page).contains("id=\"" + kind.slug() + "\""));
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricHasAName(Metric metric) {
        assertKnown("metric." + metric.id());
    }

    @Test
    void everyWordOfTheDomainHasAMessage() {
        Stream.of(Extent.values()).forEach(extent -> assertKnown("extent." + extent));
        Stream.of(JurisdictionGrade.Grade.values()).forEach(grade -> assertKnown("grade." + grade));
        Stream.of(AnswersReview.Origin.values())
                .filter(origin -> origin != AnswersReview.Origin.GIVEN)
                .forEach(origin -> assertKnown("origin." + origin.key()));
        Stream.of(Evidence.Direction.values())
                .map(direction -> "strength." + direction.name().toLowerCase(java.util.Locale.ROOT))
                .forEach(key -> Stream.of(".1", ".2", ".3").forEach(strength -> assertKnown(key + strength)));
        Stream.of(MetricGroup.values()).forEach(group -> assertKnown(group.key()));
    }

    @Test
    void oneIsNotMany() {
        assertThat(said("confidence.margin.over", Language.EN, "X", 1.0)).isEqualTo("point over “X”");
        assertThat(said("confidence.margin.over", Language.EN, "X", 8.5)).isEqualTo("points over “X”");
        assertThat(said("confidence.margin.over", Language.FR, "X", 1.0)).isEqualTo("point sur «\u00a0X\u00a0»");
        assertThat(said("kept.assumed", Language.EN, 1, 51)).startsWith("One answer was given; 51 values");
        assertThat(said("progress.answered", Language.FR, 1, 51)).isEqualTo("1 réponse sur 51 questions");
    }

    @Test
    void unitsAreTranslated() {
        assertThat(said("unit./kW/month", Language.FR)).isEqualTo("/kW/mois");
        assertThat(said("unit.GPU", Language.EN, 2.0)).isEqualTo("GPUs");
    }

    private String said(String key, Language language, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    @Test
    void theStartSaysWhatStandsBesideTheCompanies() {
        assertThat(new PageVisitor(http, "en").read("/")).contains("Beside each company stands what it really did.");
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void everyStrategyHasADrawingAndAColour(Strategy strategy) throws Exception {
        String slug = strategy.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');

        assertThat(java.nio.file.Path.of("templates/fragments/icons.html"))
                .content()
                .contains("id=\"icon-" + slug + "\"");
        assertThat(java.nio.file.Path.of("templates/assets/css/base.css"))
                .content()
                .contains(".strategy-" + slug);
    }

    private void assertKnown(String key) {
        for (Language language : Language.values()) {
            assertThat(messages.getMessage(key, null, null, language.locale()))
                    .as(key)
                    .isNotBlank();
        }
    }
}
