package org.hashwise.analysis;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.RuleReading.EffectType;
import org.hashwise.advice.Situation;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Typical;
import org.jspecify.annotations.Nullable;

/**
 * The facts that can overturn any advice, derived from the rules of one edition.
 *
 * <p>Rules that support restructuring and at the same time oppose or block each other strategy decide whichever strategy
 * leads. The facts are the questions that the conditions of most of these rules read, directly or through a metric, as far
 * as what is assumed for them may be far off: a choice, or a number whose plausible values reach {@value #FAR_OFF} times its
 * estimate. Numbers that differ less from company to company, such as the fee of a pool, are left to the populations.
 *
 * <p>Two questions that are estimated from each other, such as hashrate and megawatts, are one fact: either answer will do.
 */
final class DecisiveFacts {

    /** An estimate that may be too low by this factor says little about a company. A judgement. */
    private static final double FAR_OFF = 3;

    // Readings take as long as a thousand verdicts, and are the same for all companies of an edition.
    private static final Map<Adviser, DecisiveFacts> BY_ADVISER = Collections.synchronizedMap(new WeakHashMap<>());

    private final List<Set<String>> facts;

    private DecisiveFacts(List<Set<String>> facts) {
        this.facts = List.copyOf(facts);
    }

    /** @param company any company with the questions of the edition */
    static DecisiveFacts of(Adviser adviser, Situation company) {
        DecisiveFacts known = BY_ADVISER.get(adviser);
        if (known == null) {
            known = derive(adviser, company);
            BY_ADVISER.put(adviser, known);
        }
        return known;
    }

    private static DecisiveFacts derive(Adviser adviser, Situation company) {
        Situation unknown = company.with(Answers.none());
        List<RuleReading> rules = adviser.readings(unknown, Language.EN).stream()
                .filter(DecisiveFacts::overturnsAnyAdvice)
                .toList();
        Map<String, Integer> readers = new HashMap<>();
        rules.forEach(rule -> readQuestions(rule, unknown).forEach(id -> readers.merge(id, 1, Integer::sum)));
        return new DecisiveFacts(company.questionnaire().questions().stream()
                .filter(question -> 2 * readers.getOrDefault(question.id(), 0) > rules.size())
                .filter(DecisiveFacts::isUncertain)
                .map(question -> equivalent(question, unknown))
                .toList());
    }

    /** The questions that the conditions of a rule read, directly or through a metric. */
    private static Set<String> readQuestions(RuleReading rule, Situation unknown) {
        Set<String> ids = new TreeSet<>();
        for (RuleReading.ConditionReading condition : rule.conditions()) {
            condition
                    .reads()
                    .keySet()
                    .forEach(id -> Metric.ofId(id)
                            .ifPresentOrElse(metric -> ids.addAll(unknown.basisOf(metric)), () -> ids.add(id)));
        }
        return ids;
    }

    private static boolean overturnsAnyAdvice(RuleReading rule) {
        Set<Strategy> against = EnumSet.noneOf(Strategy.class);
        boolean restructures = false;
        for (RuleReading.Effect effect : rule.effects()) {
            if (effect.type() == EffectType.OPPOSE || effect.type() == EffectType.BLOCK) {
                against.add(effect.strategy());
            }
            restructures |= effect.type() == EffectType.SUPPORT && effect.strategy() == Strategy.RESTRUCTURE;
        }
        return restructures && against.containsAll(EnumSet.complementOf(EnumSet.of(Strategy.RESTRUCTURE)));
    }

    /** Returns whether the assumed value may well be wrong: another choice, or a number several times as large. */
    private static boolean isUncertain(Question question) {
        Distribution spread = question.spread();
        return question.kind().isNumeric()
                ? spread instanceof Distribution.Factor factor && factor.high() >= FAR_OFF
                : !(spread instanceof Distribution.None);
    }

    /** The question, and then those with which it shares a circle of estimates. */
    private static Set<String> equivalent(Question question, Situation unknown) {
        Set<String> ids = new LinkedHashSet<>(Set.of(question.id()));
        for (Question other : unknown.questionnaire().questions()) {
            if (follows(question, other, unknown) && follows(other, question, unknown)) {
                ids.add(other.id());
            }
        }
        return ids;
    }

    /** Returns whether the typical value of one number depends on another. */
    private static boolean follows(Question question, Question other, Situation unknown) {
        if (question.id().equals(other.id())
                || !(question.typical() instanceof Typical.Estimated)
                || !(other.typical() instanceof Typical.Estimated)) {
            return false;
        }
        int position = unknown.questionnaire().position(other.id());
        Answer likely = unknown.valueAt(position);
        return likely instanceof Answer.Number number
                && !Objects.equals(
                        assumed(question, unknown.with(position, new Answer.Number(number.value() / 2 + 1))),
                        assumed(question, unknown.with(position, new Answer.Number(number.value() * 2 + 2))));
    }

    private static @Nullable Answer assumed(Question question, Situation situation) {
        return situation.assumedAt(situation.questionnaire().position(question.id()));
    }

    /** The facts, each as the ids of the questions of which one has to be answered; the first is the one to ask. */
    List<Set<String>> all() {
        return facts;
    }
}
