package org.hashwise.rulebook.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hashwise.advice.CheckFigure;
import org.hashwise.advice.Situation;
import org.hashwise.economics.Metric;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.ExpressionEvaluator.Names;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.Term;
import org.jspecify.annotations.Nullable;

/** Access to the fields of facts: those of the company from its situation, those of the decision from their objects. */
public final class FactFields {

    private final Questionnaire questionnaire;
    private final FactSchema schema;

    FactFields(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        this.schema = new FactSchema(questionnaire);
    }

    public FactSchema schema() {
        return schema;
    }

    /** A field of a fact about the company; empty when there is none or it is no single value. */
    Optional<Term<Situation>> ofCompany(String fact, String name) {
        return schema.field(fact, name).map(FactSchema.SchemaField::id).flatMap(this::value);
    }

    /** The value of a question, a metric or another figure; empty when there is none or it is no single value. */
    public Optional<Term<Situation>> value(String id) {
        Optional<Metric> metric = Metric.ofId(id);
        if (metric.isPresent()) {
            int ordinal = metric.get().ordinal();
            return Optional.of(new Term.Number<>(situation -> situation.metricAt(ordinal)));
        }
        Optional<CheckFigure> check = CheckFigure.ofId(id);
        if (check.isPresent()) {
            return Optional.of(new Term.Number<>(check.get()::of));
        }
        int position = questionnaire.position(id);
        if (position < 0) {
            return Optional.empty();
        }
        return switch (questionnaire.questions().get(position).kind()) {
            case NUMBER, PERCENT, MONEY -> Optional.of(new Term.Number<>(situation -> situation.numberAt(position)));
            case YESNO -> Optional.of(new Term.YesNo<>(situation -> situation.yesAt(position)));
            case CHOICE -> Optional.of(new Term.Word<>(situation -> situation.choiceAt(position)));
            case SHARES -> Optional.empty();
        };
    }

    /**
     * The names that a condition of a rule can use for the company: the fields of its fact, and variables of patterns up to it.
     *
     * @param holder one of the conditions of the rule
     */
    Names<Situation> namesAt(Condition holder, Rule rule) {
        Map<String, Term<Situation>> variables = new HashMap<>();
        boolean[] passed = {false};
        rule.walk(condition -> {
            if (!passed[0] && condition instanceof Condition.Pattern it) {
                it.bindings()
                        .forEach(binding -> ofCompany(it.fact(), binding.field())
                                .ifPresent(term -> variables.put(binding.variable(), term)));
            }
            passed[0] |= condition == holder;
        });
        String fact = holder instanceof Condition.Pattern it ? it.fact() : "";
        return new Names<>() {
            @Override
            public Optional<Term<Situation>> field(String name) {
                return ofCompany(fact, name);
            }

            @Override
            public Optional<Term<Situation>> variable(String name) {
                return Optional.ofNullable(variables.get(name));
            }
        };
    }

    /** A field of any fact; empty when there is none or it is no single value. */
    public Optional<Term<Object>> of(String fact, String name) {
        if (FactSchema.isCompany(fact)) {
            return ofCompany(fact, name).map(term -> term.of(Situation.class::cast));
        }
        return Optional.ofNullable(ofDecision(fact, name));
    }

    private static @Nullable Term<Object> ofDecision(String fact, String name) {
        return switch (fact + "." + name) {
            case "Evidence.strategy" -> word(EvidenceFact.class, EvidenceFact::strategy);
            case "Evidence.strength" -> number(EvidenceFact.class, EvidenceFact::strength);
            case "Evidence.points" -> number(EvidenceFact.class, EvidenceFact::points);
            case "Gate.blocks" -> word(GateFact.class, GateFact::blocks);
            case "Candidate.strategy" -> word(CandidateStrategy.class, CandidateStrategy::strategy);
            case "Standing.strategy" -> word(StandingFact.class, StandingFact::strategy);
            case "Standing.score" -> number(StandingFact.class, StandingFact::score);
            case "Standing.viable" -> new Term.YesNo<>(it -> ((StandingFact) it).viable());
            case "Standing.order" -> number(StandingFact.class, StandingFact::order);
            case "Recommended.strategy" -> word(RecommendedFact.class, RecommendedFact::strategy);
            case "Jurisdiction.code" -> word(Jurisdiction.class, Jurisdiction::code);
            default -> null;
        };
    }

    private static <F> Term<Object> word(Class<F> type, Function<F, String> reader) {
        return new Term.Word<>(fact -> reader.apply(type.cast(fact)));
    }

    private static <F> Term<Object> number(Class<F> type, ToDoubleFunction<F> reader) {
        return new Term.Number<>(fact -> reader.applyAsDouble(type.cast(fact)));
    }
}
