package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.market.MarketSnapshot.Indicator;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.model.HouseView.Setting;
import org.hashwise.rulebook.model.Parameter;
import org.hashwise.rulebook.model.RuleDescription;
import org.junit.jupiter.api.Test;

/** Sources of the shipped rules, which readers of either language see beside the values. */
class SourceTests {

    /** Words that a title in English does not consist of. */
    private static final Pattern SENTENCE = Pattern.compile(
            ": [a-z]|\\b([Jj]udgement|of|and|the|by|in|signed|releases?|filings?|results|order|rows)\\b");

    @Test
    void frenchReadersGetFrenchSourcesWithTheirDecimalCommas() {
        assertThat(sourcesOfValues()).isNotEmpty().allSatisfy(SourceTests::isFrench);
    }

    @Test
    void aSourceBeginsAsASentenceDoesAndItsPercentSignFollowsTheRulesOfItsLanguage() {
        Stream<Text> sources = Stream.concat(
                sourcesOfValues(),
                ShippedRules.rulebook().descriptions().values().stream().map(RuleDescription::source));

        assertThat(sources).isNotEmpty().allSatisfy(source -> {
            assertThat(source.en()).doesNotContainPattern("^\\p{Ll}").doesNotContainPattern("\\d\\h%");
            assertThat(source.fr()).doesNotContainPattern("^\\p{Ll}");
        });
    }

    private static Stream<Text> sourcesOfValues() {
        Rulebook rulebook = ShippedRules.rulebook();
        return Stream.of(
                        rulebook.questionnaire().questions().stream().map(Question::source),
                        rulebook.parameters().values().stream().map(Parameter::source),
                        rulebook.views().stream()
                                .flatMap(view -> view.overrides().stream())
                                .map(Setting::source),
                        rulebook.markets().snapshots().stream()
                                .flatMap(snapshot -> snapshot.indicators().values().stream())
                                .map(Indicator::source))
                .flatMap(each -> each);
    }

    @Test
    void whatTheSourceOfARuleSaysInASentenceItSaysInFrenchToo() {
        Stream<Text> sources = ShippedRules.rulebook().descriptions().values().stream()
                .map(RuleDescription::source)
                .filter(source -> SENTENCE.matcher(source.en()).find());

        assertThat(sources).hasSizeGreaterThan(300).allSatisfy(source -> {
            isFrench(source);
            assertThat(source.fr()).doesNotContainPattern("[^ ][:;] ").doesNotContain("{");
        });
    }

    @Test
    void theSourceOfARuleIsReadInTheLanguageOfTheReader() {
        Map<Language, String> sources = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            sources.put(
                    language,
                    ShippedRules.rulebook().rules(language).stream()
                            .filter(rule -> rule.id().equals("COST-08"))
                            .findFirst()
                            .orElseThrow()
                            .source());
        }

        assertThat(sources.get(Language.EN)).startsWith("Judgement: ");
        assertThat(sources.get(Language.FR)).startsWith("Appréciation : ");
    }

    private static void isFrench(Text source) {
        assertThat(source.fr())
                .isNotEqualTo(source.en())
                .doesNotContain("'")
                .doesNotContainPattern("(?i)\\b(judgement|company releases?|estimate:|carried forward)\\b")
                .doesNotContainPattern("(?<!§ )\\b\\d+\\.\\d|[1-9]\\d,\\d{3}");
    }

    @Test
    void aSourceNamesNoRepositoryByItsIdentifier() {
        assertThat(ShippedRules.rulebook().markets().snapshots())
                .flatExtracting(snapshot -> snapshot.indicators().values())
                .extracting(indicator -> indicator.source().en())
                .noneMatch(source -> source.matches(".*\\b[a-z]+-[a-z]+-[a-z]+\\b.*"));
    }
}
