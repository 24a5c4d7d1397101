package org.hashwise.rulebook.bytecode;

import java.util.function.Consumer;
import org.hashwise.rulebook.language.FactSchema.FieldType;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A value that generated code can push: a {@code double} for a number, an {@code int} for a word or a truth value.
 *
 * @param whole whether a number is always a whole one, and a word always a strategy
 */
record Operand(FieldType type, boolean whole, Consumer<MethodVisitor> push) {

    static Operand number(Consumer<MethodVisitor> push) {
        return new Operand(FieldType.NUMBER, false, push);
    }

    /** @param push of an {@code int} */
    static Operand wholeNumber(Consumer<MethodVisitor> push) {
        return new Operand(FieldType.NUMBER, true, code -> {
            push.accept(code);
            code.visitInsn(Opcodes.I2D);
        });
    }

    /** @param push of the ordinal */
    static Operand strategy(Consumer<MethodVisitor> push) {
        return new Operand(FieldType.TEXT, true, push);
    }

    static Operand local(int variable) {
        return number(code -> code.visitVarInsn(Opcodes.DLOAD, variable));
    }
}
