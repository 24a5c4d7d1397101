package org.hashwise.rulebook.testing;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.advice.Population;
import org.hashwise.advice.Sampler;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictEvaluator;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.engine.Findings;
import org.hashwise.rulebook.engine.Ranking;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.RuleCase;

/**
 * Comparison of an evaluator's verdicts with those of a rule engine, on the casebook, test cases, and random companies: half of
 * these are on thresholds of the rules, and half are plausible ones.
 */
public final class AgreementCheck {

    private static final int RANDOM = 2_000;
    private static final int FEW = 200;
    private static final long SEED = 1;

    private final RuleEngine reference;
    private final RulebookContents contents;
    private final boolean cases;
    private final int random;

    private AgreementCheck(RuleEngine reference, boolean cases, int random) {
        this.reference = reference;
        this.contents = reference.contents();
        this.cases = cases;
        this.random = random;
    }

    /**
     * The comparison on the casebook, all test cases and {@value #RANDOM} random companies.
     *
     * @param reference whose verdicts are right
     */
    public static AgreementCheck full(RuleEngine reference) {
        return new AgreementCheck(reference, true, RANDOM);
    }

    /**
     * The comparison on the casebook and {@value #FEW} random companies, for rules that are tried out.
     *
     * @param reference whose verdicts are right
     */
    public static AgreementCheck brief(RuleEngine reference) {
        return new AgreementCheck(reference, false, FEW);
    }

    /**
     * The first company on which the verdicts differ; empty when there is none.
     *
     * @param stopped whether the result is no longer wanted
     */
    public Optional<Disagreement> firstDifference(VerdictEvaluator evaluator, BooleanSupplier stopped) {
        for (Iterator<Situation> each = companies().iterator(); each.hasNext() && !stopped.getAsBoolean(); ) {
            Situation company = each.next();
            Optional<Verdict> expected = expected(company);
            Optional<Verdict> got = of(evaluator, company);
            if (!expected.equals(got)) {
                return Optional.of(new Disagreement(company.answers(), expected, got));
            }
        }
        return Optional.empty();
    }

    /** Two verdicts on one company; empty where no rule decides, or where an evaluation reaches its limit. */
    public record Disagreement(Answers answers, Optional<Verdict> expected, Optional<Verdict> got) {}

    private Optional<Verdict> expected(Situation company) {
        try {
            Findings findings = reference.evaluate(company);
            return findings.recommended() == null
                    ? Optional.empty()
                    : Optional.of(Ranking.of(findings).verdict());
        } catch (EvaluationStopped limited) {
            return Optional.empty();
        }
    }

    private static Optional<Verdict> of(VerdictEvaluator evaluator, Situation company) {
        try {
            evaluator.evaluate(company);
            return Optional.of(evaluator.verdict());
        } catch (IllegalStateException | EvaluationStopped undecided) {
            return Optional.empty();
        }
    }

    private Stream<Situation> companies() {
        CaseRunner runner = new CaseRunner(reference);
        Stream<Situation> told = Stream.concat(
                contents.cases().stream().flatMap(study -> reference.situation(study.answers(), study.asOf()).stream()),
                (cases ? contents.ruleCases() : List.<RuleCase>of()).stream().map(runner::situation));
        return contents.markets()
                .newest()
                .map(market -> Stream.concat(told, drawn(market.asOf())))
                .orElse(told);
    }

    private Stream<Situation> drawn(LocalDate day) {
        Situation unknown = reference.situation(Answers.none(), day).orElseThrow();
        Sampler usual = new Sampler(unknown, Map.of(), Set.of(), Population.USUAL, SEED);
        Sampler wide = new Sampler(unknown, Map.of(), Set.of(), Population.WIDE, SEED);
        return Stream.concat(
                BoundaryCompanies.of(reference, day, random / 2),
                LongStream.range(0, random / 2).mapToObj(number -> (number % 2 == 0 ? usual : wide).company(number)));
    }
}
