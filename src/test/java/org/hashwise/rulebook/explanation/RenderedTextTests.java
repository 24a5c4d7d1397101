package org.hashwise.rulebook.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Evidence;
import org.hashwise.advice.Gate;
import org.hashwise.advice.Point;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.ShippedRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text of the rules, filled in for random companies of wide ranges, reads as a person would write it. */
class RenderedTextTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final int COMPANIES = Boolean.getBoolean("hashwise.thorough") ? 2_000 : 500;

    /** Patterns that no text may contain, with their meaning. */
    private static final Map<String, Pattern> FAULTS = new TreeMap<>(Map.of(
            "a negative number after only", Pattern.compile("(?i)\\b(only|seulement|que) [−-](USD )?\\d"),
            "a debt of nothing", Pattern.compile("(debt of USD 0\\b|dette de 0 USD|USD 0 of debt|^0 USD de dette)"),
            "millions USD in French", Pattern.compile("(million|milliard)s?\\s+USD(?! per)"),
            "two spaces", Pattern.compile("  "),
            "a placeholder", Pattern.compile("[{}|#]"),
            "a time of nothing", Pattern.compile("\\b(month|mois) 0\\b|(?<![\\d.,])0 (months?|mois)\\b"),
            "several of one",
                    Pattern.compile("(?<![\\d.,])1 (months|years|ans|bitcoins|MW (are|sont|restent|loués))\\b"),
            "a negative zero", Pattern.compile("[−-](USD )?0(?![.,\\d])"),
            "no number", Pattern.compile("NaN|Infinity|∞|\\bnull\\b"),
            "too many digits", Pattern.compile("(USD \\d{1,3}(,\\d{3})*,\\d\\d[1-9]\\b|\\d+\\.\\d{2,}%)")));

    @ParameterizedTest
    @EnumSource
    void noTextHasAKnownFault(Language language) {
        List<String> faults = new ArrayList<>();
        for (int number = 0; number < COMPANIES && faults.size() < 20; number++) {
            Advice advice = RULEBOOK.advise(company(number), language);
            for (String text : texts(advice)) {
                FAULTS.forEach((meaning, pattern) -> {
                    boolean french = meaning.contains("French");
                    if ((!french || language == Language.FR)
                            && pattern.matcher(text).find()) {
                        faults.add(meaning + ": " + text);
                    }
                });
            }
            List<String> steps = advice.plan().stream().map(Point::text).toList();
            assertThat(steps).as("steps of company " + number).doesNotHaveDuplicates();
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> texts(Advice advice) {
        return Stream.of(
                        Stream.of(advice.recommendation().headline()),
                        advice.evidence().stream().map(Evidence::text),
                        advice.gates().stream().map(Gate::text),
                        advice.plan().stream().map(Point::text),
                        advice.risks().stream().map(Point::text))
                .flatMap(each -> each)
                .toList();
    }

    /** Every other company has one to four numbers at an end of their range, as people try it. */
    private static Situation company(int number) {
        List<MarketSnapshot> markets = RULEBOOK.markets().snapshots().stream().toList();
        MarketSnapshot market = markets.get(number % markets.size());
        Situation company = new Sampler(
                        RULEBOOK.questionnaire(),
                        market,
                        RULEBOOK.jurisdictions(),
                        market.asOf(),
                        Answers.none(),
                        Map.of(),
                        4_099)
                .company(number);
        Random random = new Random(number);
        List<Question> questions = RULEBOOK.questionnaire().questions();
        for (int change = number % 2 == 0 ? 0 : 1 + random.nextInt(4); change > 0; change--) {
            int position = random.nextInt(questions.size());
            Question question = questions.get(position);
            boolean given = company.valueAt(position) != null && !question.id().startsWith("market.");
            if (given && question.kind().isNumeric() && question.kind() != Kind.SHARES) {
                double end = random.nextBoolean() ? question.min() : company.numberAt(position) * 10;
                company = company.with(
                        position, new Answer.Number(Math.max(question.min(), Math.min(question.max(), end))));
            }
        }
        return company;
    }
}
