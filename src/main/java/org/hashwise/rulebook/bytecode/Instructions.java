package org.hashwise.rulebook.bytecode;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Instructions that generated code often needs, and the local variables of the parameters of its static methods. */
final class Instructions {

    static final String MEMORY_CLASS = Type.getInternalName(WorkingMemory.class);

    static final int NUMBERS = 0;
    static final int WORDS = 1;
    static final int THRESHOLDS = 2;
    static final int EVIDENCE = 3;
    static final int MEMORY = 4;
    static final int FIRST_FREE = 5;

    private Instructions() {}

    /** Pushes a constant, in the shortest form. */
    static void push(MethodVisitor code, int value) {
        if (value >= -1 && value <= 5) {
            code.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value == (byte) value) {
            code.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value == (short) value) {
            code.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }

    /** Pushes an element of a table of {@link WorkingMemory} at an index in a local variable. */
    static void pushFromTable(MethodVisitor code, String table, int index) {
        code.visitFieldInsn(Opcodes.GETSTATIC, MEMORY_CLASS, table, "[I");
        code.visitVarInsn(Opcodes.ILOAD, index);
        code.visitInsn(Opcodes.IALOAD);
    }

    /** Pushes an element of an array of the memory at an index in a local variable. */
    static void pushFromMemory(MethodVisitor code, String array, String type, int index) {
        code.visitVarInsn(Opcodes.ALOAD, MEMORY);
        code.visitFieldInsn(Opcodes.GETFIELD, MEMORY_CLASS, array, type);
        code.visitVarInsn(Opcodes.ILOAD, index);
        code.visitInsn(type.equals("[D") ? Opcodes.DALOAD : Opcodes.IALOAD);
    }

    /** Adds 1 to an element of the array on the stack. */
    static void increment(MethodVisitor code, int index) {
        push(code, index);
        code.visitInsn(Opcodes.DUP2);
        code.visitInsn(Opcodes.IALOAD);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IADD);
        code.visitInsn(Opcodes.IASTORE);
    }
}
