package org.hashwise.rulebook.bytecode;

import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.ExpressionText;
import org.hashwise.rulebook.language.FactSchema.FieldType;
import org.hashwise.rulebook.language.LogicalOperator;
import org.hashwise.rulebook.language.Operator;
import org.hashwise.rulebook.model.ArithmeticOperator;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writer of bytecode for the expressions of one pattern. Its comparisons of what is not a number come out as in Java. */
final class ExpressionWriter {

    private final MethodVisitor code;
    private final Function<String, Operand> fields;
    private final Map<String, Operand> variables;
    private final ToIntFunction<String> thresholds;
    private final ToIntFunction<String> words;

    /**
     * @param fields of the fact that the pattern matches
     * @param thresholds place of each in the array of thresholds
     * @param words code of each word
     */
    ExpressionWriter(
            MethodVisitor code,
            Function<String, Operand> fields,
            Map<String, Operand> variables,
            ToIntFunction<String> thresholds,
            ToIntFunction<String> words) {
        this.code = code;
        this.fields = fields;
        this.variables = variables;
        this.thresholds = thresholds;
        this.words = words;
    }

    /** Jumps to a label when a constraint has a truth value, and goes on otherwise. */
    void jump(Expression expression, boolean when, Label label) {
        if (expression instanceof Expression.Junction it) {
            // Of "and" the first false part decides, of "or" the first true one.
            boolean decides = it.operator() == LogicalOperator.OR;
            if (decides == when) {
                jump(it.left(), when, label);
                jump(it.right(), when, label);
            } else {
                Label on = new Label();
                jump(it.left(), decides, on);
                jump(it.right(), when, label);
                code.visitLabel(on);
            }
        } else if (expression instanceof Expression.Negation it) {
            jump(it.operand(), !when, label);
        } else if (expression instanceof Expression.Comparison it) {
            compare(it.left(), it.operator(), it.right(), when, label);
        } else if (expression instanceof Expression.Membership it) {
            member(it, when, label);
        } else if (typeOf(expression) == FieldType.YES_NO) {
            push(expression, FieldType.YES_NO);
            code.visitJumpInsn(when ? Opcodes.IFNE : Opcodes.IFEQ, label);
        } else {
            throw unsupported(expression);
        }
    }

    private void member(Expression.Membership it, boolean when, Label label) {
        if (when != it.negated()) {
            it.values().forEach(value -> compare(it.element(), Operator.EQUAL, value, true, label));
        } else {
            Label found = new Label();
            it.values().forEach(value -> compare(it.element(), Operator.EQUAL, value, true, found));
            code.visitJumpInsn(Opcodes.GOTO, label);
            code.visitLabel(found);
        }
    }

    private void compare(Expression left, Operator operator, Expression right, boolean when, Label label) {
        FieldType type = typeOf(left);
        if (type != typeOf(right)) {
            throw unsupported(left);
        }
        push(left, type);
        push(right, type);
        if (type == FieldType.NUMBER) {
            boolean below = operator == Operator.BELOW || operator == Operator.AT_MOST;
            code.visitInsn(below ? Opcodes.DCMPG : Opcodes.DCMPL);
            code.visitJumpInsn(jumpIf(when ? operator : operator.negate()), label);
        } else if (operator.isOrder()) {
            throw unsupported(left);
        } else {
            boolean equal = (operator == Operator.EQUAL) == when;
            code.visitJumpInsn(equal ? Opcodes.IF_ICMPEQ : Opcodes.IF_ICMPNE, label);
        }
    }

    private static int jumpIf(Operator operator) {
        return switch (operator) {
            case EQUAL -> Opcodes.IFEQ;
            case UNEQUAL -> Opcodes.IFNE;
            case BELOW -> Opcodes.IFLT;
            case AT_MOST -> Opcodes.IFLE;
            case ABOVE -> Opcodes.IFGT;
            case AT_LEAST -> Opcodes.IFGE;
        };
    }

    private FieldType typeOf(Expression expression) {
        if (expression instanceof Expression.Field it) {
            return fields.apply(it.name()).type();
        } else if (expression instanceof Expression.Variable it) {
            return variable(it.name()).type();
        } else if (expression instanceof Expression.TextValue) {
            return FieldType.TEXT;
        } else if (expression instanceof Expression.Threshold
                || expression instanceof Expression.NumberValue
                || expression instanceof Expression.Arithmetic
                || expression instanceof Expression.Minus) {
            return FieldType.NUMBER;
        }
        return FieldType.YES_NO;
    }

    private Operand variable(String name) {
        Operand operand = variables.get(name);
        if (operand == null) {
            throw new UnsupportedRule(name);
        }
        return operand;
    }

    private void push(Expression expression, FieldType type) {
        if (typeOf(expression) != type) {
            throw unsupported(expression);
        }
        if (expression instanceof Expression.Field it) {
            fields.apply(it.name()).push().accept(code);
        } else if (expression instanceof Expression.Variable it) {
            variable(it.name()).push().accept(code);
        } else if (expression instanceof Expression.Threshold it) {
            code.visitVarInsn(Opcodes.ALOAD, Instructions.THRESHOLDS);
            Instructions.push(code, thresholds.applyAsInt(it.name()));
            code.visitInsn(Opcodes.DALOAD);
        } else if (expression instanceof Expression.NumberValue it) {
            code.visitLdcInsn(it.value());
        } else if (expression instanceof Expression.TextValue it) {
            Instructions.push(code, words.applyAsInt(it.value()));
        } else if (expression instanceof Expression.YesNoValue it) {
            Instructions.push(code, it.value() ? 1 : 0);
        } else if (expression instanceof Expression.Minus it) {
            code.visitInsn(Opcodes.DCONST_0); // 0 − x, as the engine gets it
            push(it.operand(), FieldType.NUMBER);
            code.visitInsn(Opcodes.DSUB);
        } else if (expression instanceof Expression.Arithmetic it) {
            push(it.left(), FieldType.NUMBER);
            push(it.right(), FieldType.NUMBER);
            code.visitInsn(instruction(it.operator()));
        } else {
            pushTruth(expression);
        }
    }

    private void pushTruth(Expression expression) {
        Label yes = new Label();
        Label end = new Label();
        jump(expression, true, yes);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitJumpInsn(Opcodes.GOTO, end);
        code.visitLabel(yes);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitLabel(end);
    }

    private static int instruction(ArithmeticOperator operator) {
        return switch (operator) {
            case PLUS -> Opcodes.DADD;
            case MINUS -> Opcodes.DSUB;
            case TIMES -> Opcodes.DMUL;
            case DIVIDED_BY -> Opcodes.DDIV;
        };
    }

    private static UnsupportedRule unsupported(Expression expression) {
        return new UnsupportedRule(ExpressionText.of(expression));
    }
}
