package org.hashwise.rulebook.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.drools.core.base.accumulators.CountAccumulateFunction;
import org.drools.core.base.accumulators.NumericMaxAccumulateFunction;
import org.drools.core.base.accumulators.NumericMinAccumulateFunction;
import org.drools.core.base.accumulators.SumAccumulateFunction;
import org.drools.model.DSL;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.drools.model.view.ViewItemBuilder;
import org.hashwise.advice.Situation;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.Accumulate;
import org.hashwise.rulebook.language.Condition.Fold;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionEvaluator;
import org.hashwise.rulebook.language.ExpressionEvaluator.Names;
import org.hashwise.rulebook.language.Operator;
import org.hashwise.rulebook.language.RulePrinter;
import org.hashwise.rulebook.language.Term;
import org.hashwise.rulebook.model.Aggregate;
import org.jspecify.annotations.Nullable;

/** The conditions of one rule in the engine's executable model. Not thread-safe; one for each rule. */
final class RuleConditions {

    /** The classes that the engine matches, by the names of facts in the rule language. */
    private static final Map<String, Class<?>> FACTS = Map.of(
            SingleFactRewrite.NAME,
            Situation.class,
            "Ballot",
            Ballot.class,
            "Candidate",
            CandidateStrategy.class,
            "Evidence",
            EvidenceFact.class,
            "Gate",
            GateFact.class,
            "Jurisdiction",
            Jurisdiction.class,
            "Recommended",
            RecommendedFact.class,
            "Standing",
            StandingFact.class);

    private final CompanyFields fields;
    private final Map<String, Double> thresholds;
    private final RulePrinter printer;
    private final Map<String, Named> variables = new HashMap<>();
    private int number;

    /** A variable of the engine, and a function that makes its term from a reader of the value that the engine passes. */
    private record Named(Variable<?> variable, Function<Function<Object[], Object>, Term<Object[]>> reader) {}

    /** @param thresholds values by name */
    RuleConditions(CompanyFields fields, Map<String, Double> thresholds) {
        this.fields = fields;
        this.thresholds = thresholds;
        this.printer = new RulePrinter(thresholds, consequence -> "");
    }

    /**
     * The conditions of a rule as {@link SingleFactRewrite} leaves them.
     *
     * @throws IllegalArgumentException when they read a fact, a field or a variable that does not exist
     */
    List<RuleItemBuilder<?>> of(List<Condition> conditions) {
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        conditions.forEach(condition -> items.addAll(items(condition)));
        return items;
    }

    /** A variable that the conditions name. */
    Variable<?> variable(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException(name)).variable();
    }

    private Optional<Named> named(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    private List<ViewItemBuilder<?>> items(Condition condition) {
        if (condition instanceof Pattern it) {
            return List.of(pattern(it));
        } else if (condition instanceof Condition.Not it) {
            return List.of(aside(() -> DSL.not(together(items(it.operand())))));
        } else if (condition instanceof Condition.Exists it) {
            return List.of(aside(() -> DSL.exists(together(items(it.operand())))));
        } else if (condition instanceof Condition.And it) {
            List<ViewItemBuilder<?>> items = new ArrayList<>();
            it.operands().forEach(operand -> items.addAll(items(operand)));
            return List.of(together(items));
        } else if (condition instanceof Condition.Or it) {
            List<ViewItemBuilder<?>> branches = new ArrayList<>();
            it.operands().forEach(operand -> branches.add(aside(() -> together(items(operand)))));
            return List.of(DSL.or(branches.get(0), rest(branches)));
        } else if (condition instanceof Accumulate it) {
            return accumulate(it);
        }
        throw new IllegalStateException(condition.toString());
    }

    /** Builds a condition whose variables are not visible outside it. */
    private <T> T aside(Supplier<T> inner) {
        Map<String, Named> outside = Map.copyOf(variables);
        T made = inner.get();
        variables.clear();
        variables.putAll(outside);
        return made;
    }

    private static ViewItemBuilder<?> together(List<ViewItemBuilder<?>> items) {
        return items.size() == 1 ? items.get(0) : DSL.and(items.get(0), rest(items));
    }

    private static ViewItemBuilder<?>[] rest(List<ViewItemBuilder<?>> items) {
        return items.subList(1, items.size()).toArray(new ViewItemBuilder<?>[0]);
    }

    @SuppressWarnings("unchecked") // facts are read by the terms of their own fields
    private PatternDef<Object> pattern(Pattern pattern) {
        Class<Object> type = (Class<Object>) FACTS.get(pattern.fact());
        if (type == null) {
            throw new IllegalArgumentException(pattern.position() + " " + pattern.fact());
        }
        PatternDef<Object> matched = PatternDSL.pattern(DSL.declarationOf(type, next("$" + pattern.fact())));
        for (Condition.Binding binding : pattern.bindings()) {
            Term<Object> term = fields.of(pattern.fact(), binding.field())
                    .orElseThrow(() -> new IllegalArgumentException(binding.position() + " " + binding.field()));
            Variable<Object> variable = (Variable<Object>) DSL.declarationOf(type(term), next(binding.variable()));
            matched.bind(variable, new FieldReader<>(pattern.fact() + "." + binding.field(), term::value));
            variables.put(binding.variable(), new Named(variable, reader -> reading(term, reader)));
        }
        pattern.constraints().forEach(constraint -> constrain(matched, pattern.fact(), constraint));
        return matched;
    }

    private String next(String name) {
        number++;
        return name + "_" + number;
    }

    private static Class<?> type(Term<Object> term) {
        if (term instanceof Term.Number) {
            return Double.class;
        }
        return term instanceof Term.Word ? String.class : Boolean.class;
    }

    private static Term<Object[]> reading(Term<Object> like, Function<Object[], Object> reader) {
        if (like instanceof Term.Number) {
            return new Term.Number<>(values -> ((Number) reader.apply(values)).doubleValue());
        }
        return like instanceof Term.Word
                ? new Term.Word<>(values -> (String) reader.apply(values))
                : new Term.YesNo<>(values -> (Boolean) reader.apply(values));
    }

    private void constrain(PatternDef<Object> pattern, String fact, Expression constraint) {
        List<String> names = List.copyOf(read(constraint));
        String text = fact + "( " + printer.print(constraint) + " )";
        if (names.isEmpty()) {
            Test test = new Test(text, ofFact(fact, constraint));
            indexed(fact, constraint)
                    .filter(index -> index.to() instanceof Expression.TextValue)
                    .ifPresentOrElse(
                            index -> pattern.expr(
                                    text,
                                    test,
                                    PatternDSL.alphaIndexedBy(
                                            String.class,
                                            Index.ConstraintType.EQUAL,
                                            index.number(),
                                            index.reading(),
                                            ((Expression.TextValue) index.to()).value())),
                            () -> pattern.expr(text, test));
            return;
        }
        Predicate<Object[]> test = new ExpressionEvaluator<>(thresholds, new Names<Object[]>() {
                    @Override
                    public Optional<Term<Object[]>> field(String name) {
                        return fields.of(fact, name).map(term -> term.of(values -> values[0]));
                    }

                    @Override
                    public Optional<Term<Object[]>> variable(String name) {
                        int place = names.indexOf(name) + 1;
                        return named(name).map(it -> it.reader().apply(values -> values[place]));
                    }
                })
                .constraint(constraint);
        List<Variable<?>> others = new ArrayList<>();
        names.forEach(name -> others.add(variable(name)));
        Optional<Indexed> joined = indexed(fact, constraint).filter(index -> index.to() instanceof Expression.Variable);
        if (joined.isPresent()) {
            join(pattern, text, joined.get(), others.get(0), test);
        } else {
            constrain(pattern, text, others, test);
        }
    }

    @SuppressWarnings("unchecked") // the variable is a text, as the field is that it is compared with
    private static void join(
            PatternDef<Object> pattern, String text, Indexed index, Variable<?> other, Predicate<Object[]> test) {
        pattern.expr(
                text,
                (Variable<Object>) other,
                (fact, one) -> holds(test, fact, one),
                PatternDSL.betaIndexedBy(
                        String.class,
                        Index.ConstraintType.EQUAL,
                        index.number(),
                        index.reading(),
                        new FieldReader<>("this", value -> value)));
    }

    /** A field that has to equal a text or a variable, for an index by which the engine finds facts without trying all. */
    private record Indexed(int number, FieldReader<String> reading, Expression to) {}

    private Optional<Indexed> indexed(String fact, Expression constraint) {
        return constraint instanceof Expression.Comparison it
                        && it.operator() == Operator.EQUAL
                        && it.left() instanceof Expression.Field field
                        && fields.of(fact, field.name()).orElse(null) instanceof Term.Word<Object> word
                ? Optional.of(new Indexed(
                        fields.number(fact, field.name()),
                        new FieldReader<>(fact + "." + field.name(), word.reader()),
                        it.right()))
                : Optional.empty();
    }

    private Predicate<Object> ofFact(String fact, Expression constraint) {
        if (fact.equals(SingleFactRewrite.NAME)) {
            Predicate<Situation> test = new ExpressionEvaluator<>(thresholds, new Names<Situation>() {
                        @Override
                        public Optional<Term<Situation>> field(String name) {
                            return fields.ofCompany(name);
                        }
                    })
                    .constraint(constraint);
            return company -> test.test((Situation) company);
        }
        return new ExpressionEvaluator<>(thresholds, new Names<Object>() {
                    @Override
                    public Optional<Term<Object>> field(String name) {
                        return fields.of(fact, name);
                    }
                })
                .constraint(constraint);
    }

    private static void constrain(
            PatternDef<Object> pattern, String text, List<Variable<?>> others, Predicate<Object[]> test) {
        switch (others.size()) {
            case 1 -> pattern.expr(text, others.get(0), (fact, one) -> holds(test, fact, one));
            case 2 -> pattern.expr(text, others.get(0), others.get(1), (fact, one, two) -> holds(test, fact, one, two));
            case 3 ->
                pattern.expr(
                        text,
                        others.get(0),
                        others.get(1),
                        others.get(2),
                        (fact, one, two, three) -> holds(test, fact, one, two, three));
            case 4 ->
                pattern.expr(
                        text,
                        others.get(0),
                        others.get(1),
                        others.get(2),
                        others.get(3),
                        (fact, one, two, three, four) -> holds(test, fact, one, two, three, four));
            default -> throw new IllegalArgumentException(others.size() + " variables in " + text);
        }
    }

    private static boolean holds(Predicate<Object[]> test, Object... values) {
        return test.test(values);
    }

    private static Set<String> read(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        expression.walk(part -> {
            if (part instanceof Expression.Variable variable) {
                names.add(variable.name());
            }
        });
        return names;
    }

    private List<ViewItemBuilder<?>> accumulate(Accumulate it) {
        Map<String, Named> outside = Map.copyOf(variables);
        PatternDef<Object> source = pattern(it.source());
        Map<String, Named> inside = Map.copyOf(variables);
        variables.clear();
        variables.putAll(outside);
        List<AccumulateFunction> functions = new ArrayList<>();
        List<Variable<Object>> results = new ArrayList<>();
        for (Fold fold : it.folds()) {
            Variable<Object> result = result(fold);
            Named argument = inside.get(fold.argument());
            functions.add(function(fold, argument == null ? null : argument.variable())
                    .as(result));
            results.add(result);
            variables.put(
                    fold.variable(),
                    new Named(
                            result,
                            reader -> new Term.Number<>(values -> ((Number) reader.apply(values)).doubleValue())));
        }
        List<ViewItemBuilder<?>> items = new ArrayList<>();
        items.add(DSL.accumulate(
                source, functions.get(0), functions.subList(1, functions.size()).toArray(new AccumulateFunction[0])));
        if (!it.constraints().isEmpty()) {
            PatternDef<Object> result = PatternDSL.pattern(results.get(0));
            it.constraints().forEach(constraint -> constrain(result, "", constraint));
            items.add(result);
        }
        return items;
    }

    @SuppressWarnings("unchecked") // read as a number
    private Variable<Object> result(Fold fold) {
        Class<?> type = fold.function() == Aggregate.COUNT ? Long.class : Double.class;
        return (Variable<Object>) DSL.declarationOf(type, next(fold.variable()));
    }

    private static AccumulateFunction function(Fold fold, @Nullable Variable<?> argument) {
        return switch (fold.function()) {
            case SUM -> DSL.accFunction(SumAccumulateFunction::new, argument);
            case COUNT -> DSL.accFunction(CountAccumulateFunction::new);
            case MIN -> DSL.accFunction(NumericMinAccumulateFunction::new, argument);
            case MAX -> DSL.accFunction(NumericMaxAccumulateFunction::new, argument);
        };
    }

    /** A constraint on one fact; equal texts are one node of the network. */
    private record Test(String text, Predicate<Object> condition) implements Predicate1<Object>, HashedExpression {

        @Override
        public boolean test(Object fact) {
            return condition.test(fact);
        }

        @Override
        public String getExpressionHash() {
            return text;
        }
    }

    /** A reader of a field; equal texts are the same reader. */
    private record FieldReader<T>(String text, Function<Object, T> field)
            implements Function1<Object, T>, HashedExpression {

        @Override
        public T apply(Object fact) {
            return field.apply(fact);
        }

        @Override
        public String getExpressionHash() {
            return text;
        }
    }
}
