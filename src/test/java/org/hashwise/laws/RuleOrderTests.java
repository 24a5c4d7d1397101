package org.hashwise.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashwise.advice.Advice;
import org.hashwise.advice.RankedStrategy;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Verdict;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.model.RulebookFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules only add evidence: it does not matter where in which file of their topic they stand. */
class RuleOrderTests {

    private static final Rulebook RULEBOOK = ShippedRules.rulebook();
    private static final int COMPANIES = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theDecisionDoesNotDependOnTheOrderOfRulesAndFiles(long seed) {
        Rulebook shuffled = RulebookReader.interpret(shuffled(seed));
        companies().forEach(company -> {
            Verdict theirs = shuffled.verdict(company);
            Verdict ours = RULEBOOK.verdict(company);
            assertThat(theirs.strategy()).isEqualTo(ours.strategy());
            assertThat(theirs.extent()).isEqualTo(ours.extent());
            assertThat(theirs.combineWith()).isEqualTo(ours.combineWith());
            assertThat(scores(theirs.ranking())).isEqualTo(scores(ours.ranking()));
        });
    }

    @Test
    void theAdviceOfTheEngineDoesNotEither() {
        try (Rulebook shuffled = RulebookReader.read(shuffled(3))) {
            companies().forEach(company -> {
                Advice ours = RULEBOOK.advise(company, Language.EN);
                Advice theirs = shuffled.advise(company, Language.EN);
                assertThat(theirs.recommendation().strategy())
                        .isEqualTo(ours.recommendation().strategy());
                assertThat(scores(theirs.ranking())).isEqualTo(scores(ours.ranking()));
                assertThat(said(theirs)).isEqualTo(said(ours));
                assertThat(theirs.metrics()).isEqualTo(ours.metrics());
                assertThat(theirs.assumptions()).isEqualTo(ours.assumptions());
            });
        }
    }

    // Blockers are named in the order of their files.
    private static List<String> scores(List<RankedStrategy> ranking) {
        return ranking.stream()
                .map(standing ->
                        standing.strategy() + " " + standing.score() + " " + new TreeSet<>(standing.blockers()))
                .toList();
    }

    // Everything but the places in the files, and the order among what is equally strong.
    private static Set<String> said(Advice advice) {
        return Stream.of(
                        advice.evidence().stream()
                                .map(item -> item.rule().id()
                                        + item.strategy()
                                        + item.direction()
                                        + item.strength()
                                        + item.text()
                                        + item.reads()
                                        + item.assumed()),
                        advice.gates().stream().map(item -> item.rule().id() + item.blocks() + item.text()),
                        advice.plan().stream().map(item -> item.rule().id() + item.text()),
                        advice.risks().stream().map(item -> item.rule().id() + item.text()))
                .flatMap(items -> items)
                .collect(Collectors.toSet());
    }

    /** The rules of each topic redistributed over its files. */
    private static RulebookFiles shuffled(long seed) {
        Random random = new Random(seed);
        RulebookFiles files = ShippedRules.files();
        Map<String, List<String>> pathsByTopic = files.paths("policy", ".drl").stream()
                .collect(Collectors.groupingBy(path -> path.split("/", 3)[1], TreeMap::new, Collectors.toList()));
        for (List<String> paths : pathsByTopic.values()) {
            List<String> rules = new ArrayList<>();
            for (String path : paths) {
                rules.addAll(Arrays.asList(files.text(path).split("(?<=\nend\n)(?=\\s*\\S)")));
            }
            Collections.shuffle(rules, random);
            for (int file = 0; file < paths.size(); file++) {
                int from = rules.size() * file / paths.size();
                int to = rules.size() * (file + 1) / paths.size();
                String text = String.join("", rules.subList(from, to));
                files = files.with(paths.get(file), text.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(files.fingerprint()).isNotEqualTo(RULEBOOK.edition());
        return files;
    }

    private static Stream<Situation> companies() {
        MarketSnapshot market = RULEBOOK.markets().newest().orElseThrow();
        Sampler sampler = new Sampler(
                RULEBOOK.questionnaire(),
                market,
                RULEBOOK.jurisdictions(),
                market.asOf(),
                Answers.none(),
                Map.of(),
                496);
        return Stream.concat(
                IntStream.range(0, COMPANIES).mapToObj(sampler::company),
                RULEBOOK.cases().stream().map(ShippedRules::situation));
    }
}
