package org.hashwise.api;

import java.util.List;
import java.util.SortedMap;
import org.hashwise.advice.RuleReading;
import org.hashwise.advice.Strategy;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;

/** A rule and its conditions as JSON. */
record RuleResponse(
        String rule,
        String title,
        String file,
        int line,
        boolean fires,
        String text,
        List<EffectItem> effects,
        List<ConditionItem> conditions,
        String source) {

    static RuleResponse of(RuleReading reading, Language language, Wording wording) {
        return new RuleResponse(
                reading.rule().id(),
                reading.rule().title(),
                reading.rule().file(),
                reading.rule().line(),
                reading.fires(),
                reading.text(),
                reading.effects().stream().map(EffectItem::of).toList(),
                reading.conditions().stream()
                        .map(condition -> ConditionItem.of(condition, language, wording))
                        .toList(),
                reading.rule().source());
    }

    /** @param strength 1 weak to 3 strong; 0 for gates, steps and risks */
    record EffectItem(RuleReading.EffectType deed, Strategy strategy, int strength) {
        static EffectItem of(RuleReading.Effect effect) {
            return new EffectItem(effect.type(), effect.strategy(), effect.strength());
        }
    }

    /**
     * @param met whether it lets the rule fire
     * @param alternative whether another condition beside it may do so instead
     */
    record ConditionItem(
            String text,
            SortedMap<String, Object> reads,
            @Nullable Object value,
            boolean held,
            boolean met,
            boolean alternative,
            @Nullable NeedItem needs,
            @Nullable Number missedBy) {
        static ConditionItem of(RuleReading.ConditionReading condition, Language language, Wording wording) {
            RuleReading.Need need = condition.need();
            Double missedBy = condition.missedBy();
            Object value = condition.value();
            return new ConditionItem(
                    condition.text(),
                    Plain.map(condition.reads()),
                    value == null ? null : Plain.value(value),
                    condition.held(),
                    condition.met(),
                    condition.alternative(),
                    need == null ? null : NeedItem.of(need, language, wording),
                    missedBy == null ? null : Plain.number(missedBy));
        }
    }

    /** The requirement of a condition, for programs and in words. */
    record NeedItem(RuleReading.Relation operator, Object value, String text) {
        static NeedItem of(RuleReading.Need need, Language language, Wording wording) {
            Object value = need.value() instanceof List<?> several
                    ? several.stream().map(Plain::value).toList()
                    : Plain.value(need.value());
            return new NeedItem(
                    need.operator(), value, wording.text("need." + need.operator(), language, need.value()));
        }
    }
}
