package org.hashwise.rulebook.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Condition.Accumulate;
import org.hashwise.rulebook.language.Condition.And;
import org.hashwise.rulebook.language.Condition.Exists;
import org.hashwise.rulebook.language.Condition.Fold;
import org.hashwise.rulebook.language.Condition.Not;
import org.hashwise.rulebook.language.Condition.Or;
import org.hashwise.rulebook.language.Condition.Pattern;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.FactSchema.FieldType;
import org.hashwise.rulebook.language.Operator;
import org.hashwise.rulebook.model.Aggregate;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writer of bytecode for the conditions of rules. A company is one fact of each of its types, so conditions about it alone are
 * jumps; facts of the recommendation are loops over the memory.
 */
final class ConditionWriter {

    private final MethodVisitor code;
    private final CompanyLayout layout;
    private final ToIntFunction<String> thresholds;
    private int free = Instructions.FIRST_FREE;

    /** @param thresholds place of each in the array of thresholds */
    ConditionWriter(MethodVisitor code, CompanyLayout layout, ToIntFunction<String> thresholds) {
        this.code = code;
        this.layout = layout;
        this.thresholds = thresholds;
    }

    /**
     * Writes the body so that it runs for every match of some conditions.
     *
     * @param variables what has a name so far
     * @param next where to go on after a match, or without one; the caller puts it after this code
     * @param body code for a match, from the variables
     */
    void match(
            List<Condition> conditions,
            Map<String, Operand> variables,
            Label next,
            Consumer<Map<String, Operand>> body) {
        if (conditions.isEmpty()) {
            body.accept(variables);
            return;
        }
        Condition first = conditions.get(0);
        List<Condition> rest = conditions.subList(1, conditions.size());
        Map<String, Operand> names = new HashMap<>(variables);
        if (first instanceof And it) {
            match(joined(it.operands(), rest), names, next, body);
        } else if (first instanceof Pattern it && !FactSchema.isCompany(it.fact())) {
            loop(it, names, (match, following) -> match(rest, match.variables(), following, body));
        } else if (first instanceof Accumulate it) {
            accumulate(it, names, next);
            match(rest, names, next, body);
        } else if (isAboutCompany(first)) {
            jump(first, names, false, next);
            match(rest, names, next, body);
        } else if (first instanceof Or it) {
            for (Condition alternative : it.operands()) {
                Label following = new Label();
                match(joined(List.of(alternative), rest), names, following, body);
                code.visitLabel(following);
            }
        } else if (first instanceof Not it) {
            code.visitVarInsn(Opcodes.ILOAD, found(it.operand(), names));
            code.visitJumpInsn(Opcodes.IFNE, next);
            match(rest, names, next, body);
        } else if (first instanceof Exists it) {
            code.visitVarInsn(Opcodes.ILOAD, found(it.operand(), names));
            code.visitJumpInsn(Opcodes.IFEQ, next);
            match(rest, names, next, body);
        } else {
            throw new UnsupportedRule(first.toString());
        }
    }

    private static List<Condition> joined(List<Condition> some, List<Condition> others) {
        List<Condition> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static boolean isAboutCompany(Condition condition) {
        boolean[] other = new boolean[1];
        condition.walk(part -> other[0] |= part instanceof Accumulate
                || (part instanceof Pattern pattern && !FactSchema.isCompany(pattern.fact())));
        return !other[0];
    }

    /** Writes code that notes in a local variable whether there is a match. */
    private int found(Condition condition, Map<String, Operand> variables) {
        int found = local(1);
        Label next = new Label();
        Label end = new Label();
        code.visitInsn(Opcodes.ICONST_0);
        code.visitVarInsn(Opcodes.ISTORE, found);
        match(List.of(condition), variables, next, names -> {
            code.visitInsn(Opcodes.ICONST_1);
            code.visitVarInsn(Opcodes.ISTORE, found);
            code.visitJumpInsn(Opcodes.GOTO, end);
        });
        code.visitLabel(next);
        code.visitLabel(end);
        return found;
    }

    private int local(int size) {
        int local = free;
        free += size;
        return local;
    }

    /**
     * Jumps to a label when a condition about the company alone has a truth value, and goes on otherwise.
     *
     * @param variables what the condition names is added
     */
    private void jump(Condition condition, Map<String, Operand> variables, boolean when, Label label) {
        if (condition instanceof Pattern it) {
            bind(it, variables, name -> companyField(it.fact(), name));
            ExpressionWriter expressions = expressions(name -> companyField(it.fact(), name), variables);
            all(it.constraints(), when, label, (part, to) -> expressions.jump(part, to.when(), to.label()));
        } else if (condition instanceof And it) {
            all(it.operands(), when, label, (part, to) -> jump(part, variables, to.when(), to.label()));
        } else if (condition instanceof Or it) {
            // Of the alternatives one that holds is enough: not all of them fail.
            all(
                    it.operands(),
                    !when,
                    label,
                    (part, to) -> jump(part, new HashMap<>(variables), !to.when(), to.label()));
        } else if (condition instanceof Not it) {
            jump(it.operand(), new HashMap<>(variables), !when, label);
        } else if (condition instanceof Exists it) {
            jump(it.operand(), new HashMap<>(variables), when, label);
        } else {
            throw new UnsupportedRule(condition.toString());
        }
    }

    private record JumpTarget(boolean when, Label label) {}

    /** Jumps when all parts hold, or when one of them does not. */
    private <T> void all(List<T> parts, boolean when, Label label, BiConsumer<T, JumpTarget> jump) {
        if (!when) {
            parts.forEach(part -> jump.accept(part, new JumpTarget(false, label)));
            return;
        }
        Label on = new Label();
        parts.forEach(part -> jump.accept(part, new JumpTarget(false, on)));
        code.visitJumpInsn(Opcodes.GOTO, label);
        code.visitLabel(on);
    }

    private void bind(Pattern pattern, Map<String, Operand> variables, Function<String, Operand> fields) {
        pattern.bindings().forEach(binding -> variables.put(binding.variable(), fields.apply(binding.field())));
    }

    private ExpressionWriter expressions(Function<String, Operand> fields, Map<String, Operand> variables) {
        return new ExpressionWriter(code, fields, variables, thresholds, layout::code);
    }

    private Operand companyField(String fact, String name) {
        FactSchema.SchemaField field = layout.field(fact, name);
        int place = layout.place(field);
        boolean number = field.type() == FieldType.NUMBER;
        return new Operand(field.type(), false, method -> {
            method.visitVarInsn(Opcodes.ALOAD, number ? Instructions.NUMBERS : Instructions.WORDS);
            Instructions.push(method, place);
            method.visitInsn(number ? Opcodes.DALOAD : Opcodes.IALOAD);
        });
    }

    /**
     * A fact that matches a pattern.
     *
     * @param count pushes how many equal facts there are
     */
    private record Match(Map<String, Operand> variables, Consumer<MethodVisitor> count) {}

    /** Writes a loop over the facts of the recommendation that match a pattern. The body gets the label of the next fact. */
    private void loop(Pattern pattern, Map<String, Operand> variables, BiConsumer<Match, Label> body) {
        if (pattern.fact().equals("Ballot")) {
            Label next = new Label();
            constraints(pattern.constraints(), name -> fieldOf(pattern.fact(), name, 0), variables, next);
            body.accept(new Match(variables, ConditionWriter::once), next);
            code.visitLabel(next);
            return;
        }
        int index = local(1);
        Function<String, Operand> fields = name -> fieldOf(pattern.fact(), name, index);
        List<Expression> constraints = new ArrayList<>(pattern.constraints());
        Label top = new Label();
        Label next = new Label();
        Label end = new Label();
        Optional<Operand> strategy =
                pattern.fact().equals("Evidence") ? onlyStrategy(constraints, variables) : Optional.empty();
        int limit = limit(pattern.fact(), strategy, index);
        code.visitLabel(top);
        code.visitVarInsn(Opcodes.ILOAD, index);
        code.visitVarInsn(Opcodes.ILOAD, limit);
        code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        Consumer<MethodVisitor> count = count(pattern.fact(), index);
        if (isCounted(pattern.fact())) {
            count.accept(code);
            code.visitJumpInsn(Opcodes.IFEQ, next);
        }
        bind(pattern, variables, fields);
        constraints(constraints, fields, variables, next);
        body.accept(new Match(variables, count), next);
        code.visitLabel(next);
        code.visitIincInsn(index, 1);
        code.visitJumpInsn(Opcodes.GOTO, top);
        code.visitLabel(end);
    }

    private void constraints(
            List<Expression> constraints,
            Function<String, Operand> fields,
            Map<String, Operand> variables,
            Label otherwise) {
        ExpressionWriter expressions = expressions(fields, variables);
        constraints.forEach(constraint -> expressions.jump(constraint, false, otherwise));
    }

    /** Takes the constraint away that names the only strategy whose evidence can match. */
    private Optional<Operand> onlyStrategy(List<Expression> constraints, Map<String, Operand> variables) {
        for (Expression constraint : constraints) {
            if (constraint instanceof Expression.Comparison it
                    && it.operator() == Operator.EQUAL
                    && it.left() instanceof Expression.Field field
                    && field.name().equals("strategy")) {
                Optional<Operand> strategy = strategy(it.right(), variables);
                if (strategy.isPresent()) {
                    constraints.remove(constraint);
                    return strategy;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Operand> strategy(Expression expression, Map<String, Operand> variables) {
        if (expression instanceof Expression.TextValue it && layout.code(it.value()) < WorkingMemory.STRATEGIES) {
            int ordinal = layout.code(it.value());
            return Optional.of(Operand.strategy(method -> Instructions.push(method, ordinal)));
        }
        return expression instanceof Expression.Variable it
                ? Optional.ofNullable(variables.get(it.name()))
                        .filter(operand -> operand.type() == FieldType.TEXT && operand.whole())
                : Optional.empty();
    }

    /** Sets the index to the first fact and a local variable to the end of the facts. */
    private int limit(String fact, Optional<Operand> strategy, int index) {
        int limit = local(1);
        if (strategy.isPresent()) {
            strategy.get().push().accept(code);
            Instructions.push(code, WorkingMemory.KINDS);
            code.visitInsn(Opcodes.IMUL);
            code.visitInsn(Opcodes.DUP);
            code.visitVarInsn(Opcodes.ISTORE, index);
            Instructions.push(code, WorkingMemory.KINDS);
            code.visitInsn(Opcodes.IADD);
        } else {
            code.visitInsn(Opcodes.ICONST_0);
            code.visitVarInsn(Opcodes.ISTORE, index);
            switch (fact) {
                case "Evidence" -> Instructions.push(code, WorkingMemory.STRATEGIES * WorkingMemory.KINDS);
                case "Gate" -> Instructions.push(code, WorkingMemory.STRATEGIES);
                case "Candidate" -> Instructions.push(code, WorkingMemory.CANDIDATES);
                case "Standing" -> pushCount("standings");
                case "Recommended" -> pushCount("recommendations");
                default -> throw new UnsupportedRule(fact);
            }
        }
        code.visitVarInsn(Opcodes.ISTORE, limit);
        return limit;
    }

    private void pushCount(String facts) {
        code.visitVarInsn(Opcodes.ALOAD, Instructions.MEMORY);
        code.visitFieldInsn(Opcodes.GETFIELD, Instructions.MEMORY_CLASS, facts, "I");
    }

    private static boolean isCounted(String fact) {
        return fact.equals("Evidence") || fact.equals("Gate");
    }

    private static void once(MethodVisitor method) {
        method.visitInsn(Opcodes.ICONST_1);
    }

    private static Consumer<MethodVisitor> count(String fact, int index) {
        return switch (fact) {
            case "Evidence" ->
                method -> {
                    method.visitVarInsn(Opcodes.ALOAD, Instructions.EVIDENCE);
                    method.visitVarInsn(Opcodes.ILOAD, index);
                    method.visitInsn(Opcodes.IALOAD);
                };
            case "Gate" -> method -> Instructions.pushFromMemory(method, "gates", "[I", index);
            default -> ConditionWriter::once;
        };
    }

    private static Operand fieldOf(String fact, String name, int index) {
        return switch (fact + "." + name) {
            case "Evidence.strategy" ->
                Operand.strategy(method -> Instructions.pushFromTable(method, "EVIDENCE_STRATEGY", index));
            case "Evidence.strength" ->
                Operand.wholeNumber(method -> Instructions.pushFromTable(method, "EVIDENCE_STRENGTH", index));
            case "Evidence.points" ->
                Operand.wholeNumber(method -> Instructions.pushFromTable(method, "EVIDENCE_POINTS", index));
            case "Gate.blocks", "Candidate.strategy" ->
                Operand.strategy(method -> method.visitVarInsn(Opcodes.ILOAD, index));
            case "Standing.strategy" ->
                Operand.strategy(method -> Instructions.pushFromMemory(method, "standingStrategy", "[I", index));
            case "Standing.order" ->
                Operand.wholeNumber(method -> Instructions.pushFromMemory(method, "standingStrategy", "[I", index));
            case "Standing.score" ->
                Operand.number(method -> Instructions.pushFromMemory(method, "standingScore", "[D", index));
            case "Standing.viable" ->
                new Operand(
                        FieldType.YES_NO,
                        false,
                        method -> Instructions.pushFromMemory(method, "standingViable", "[I", index));
            case "Recommended.strategy" ->
                Operand.strategy(method -> Instructions.pushFromMemory(method, "recommended", "[I", index));
            default -> throw new UnsupportedRule(fact + "." + name);
        };
    }

    /**
     * Writes an accumulation and what must hold of its results.
     *
     * @param variables the results are added
     * @param otherwise where to go on when it does not match
     */
    private void accumulate(Accumulate it, Map<String, Operand> variables, Label otherwise) {
        int count = local(2);
        code.visitInsn(Opcodes.DCONST_0);
        code.visitVarInsn(Opcodes.DSTORE, count);
        Map<Fold, Integer> results = new HashMap<>();
        for (Fold fold : it.folds()) {
            int result = fold.function() == Aggregate.COUNT ? count : local(2);
            results.put(fold, result);
            if (result != count) {
                code.visitLdcInsn(start(fold.function()));
                code.visitVarInsn(Opcodes.DSTORE, result);
            }
        }
        String fact = it.source().fact();
        source(it.source(), new HashMap<>(variables), match -> {
            for (Fold fold : it.folds()) {
                if (fold.function() != Aggregate.COUNT) {
                    fold(fold, fact, match, results.getOrDefault(fold, count));
                }
            }
            code.visitVarInsn(Opcodes.DLOAD, count);
            match.count().accept(code);
            code.visitInsn(Opcodes.I2D);
            code.visitInsn(Opcodes.DADD);
            code.visitVarInsn(Opcodes.DSTORE, count);
        });
        results.forEach((fold, result) -> variables.put(fold.variable(), Operand.local(result)));
        if (it.folds().stream().anyMatch(fold -> isExtreme(fold.function()))) { // none has no extreme
            code.visitVarInsn(Opcodes.DLOAD, count);
            code.visitInsn(Opcodes.DCONST_0);
            code.visitInsn(Opcodes.DCMPL);
            code.visitJumpInsn(Opcodes.IFEQ, otherwise);
        }
        constraints(it.constraints(), name -> fieldOf(fact, name, 0), variables, otherwise);
    }

    private void source(Pattern pattern, Map<String, Operand> variables, Consumer<Match> body) {
        if (FactSchema.isCompany(pattern.fact())) {
            Label next = new Label();
            jump(pattern, variables, false, next);
            body.accept(new Match(variables, ConditionWriter::once));
            code.visitLabel(next);
        } else {
            loop(pattern, variables, (match, next) -> body.accept(match));
        }
    }

    private void fold(Fold fold, String fact, Match match, int result) {
        Operand argument = match.variables().get(fold.argument());
        if (argument == null || argument.type() != FieldType.NUMBER) {
            throw new UnsupportedRule(fold.toString());
        }
        code.visitVarInsn(Opcodes.DLOAD, result);
        argument.push().accept(code);
        switch (fold.function()) {
            case MIN -> code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", "min", "(DD)D", false);
            case MAX -> code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", "max", "(DD)D", false);
            case SUM, COUNT -> {
                if (isCounted(fact)) {
                    if (!argument.whole()) { // a product would be rounded otherwise than the sum
                        throw new UnsupportedRule(fold.toString());
                    }
                    match.count().accept(code);
                    code.visitInsn(Opcodes.I2D);
                    code.visitInsn(Opcodes.DMUL);
                }
                code.visitInsn(Opcodes.DADD);
            }
        }
        code.visitVarInsn(Opcodes.DSTORE, result);
    }

    private static boolean isExtreme(Aggregate aggregate) {
        return aggregate == Aggregate.MIN || aggregate == Aggregate.MAX;
    }

    private static double start(Aggregate aggregate) {
        return switch (aggregate) {
            case MIN -> Double.POSITIVE_INFINITY;
            case MAX -> Double.NEGATIVE_INFINITY;
            case SUM, COUNT -> 0;
        };
    }
}
