package org.hashwise.rulebook.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hashwise.advice.Extent;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.language.Condition;
import org.hashwise.rulebook.language.Consequence;
import org.hashwise.rulebook.language.Consequence.Argument;
import org.hashwise.rulebook.language.ConsequenceForm;
import org.hashwise.rulebook.language.Expression;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.Strength;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writer of the class of some rules. Thresholds are read from an array, so that rules which differ in the values of thresholds
 * alone give the same class.
 */
final class RulesWriter {

    private static final String SUPERCLASS = Type.getInternalName(GeneratedRules.class);
    private static final String NAME = SUPERCLASS + "Class";
    private static final String SIGNATURE = "([D[I[D[IL" + Instructions.MEMORY_CLASS + ";)V";

    /** The JIT compiler does not take methods of more than 8,000 bytes, and needs long for large ones. */
    private static final int MOST_PARTS = 250;

    private final CompanyLayout layout;
    private final Map<String, Integer> thresholds = new HashMap<>();
    private final List<String> thresholdNames = new ArrayList<>();
    private final List<GateRule> gates = new ArrayList<>();
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected String getCommonSuperClass(String one, String other) {
            return "java/lang/Object"; // local variables hold nothing else of which this depends
        }
    };
    private int methods;

    /** A consequence that blocks a strategy. */
    record GateRule(String rule, Strategy strategy) {}

    RulesWriter(CompanyLayout layout) {
        this.layout = layout;
    }

    /** The names of the thresholds that the rules read, in the order of the array. */
    List<String> thresholds() {
        return List.copyOf(thresholdNames);
    }

    /** The gates, in the order of the rules. */
    List<GateRule> gates() {
        return List.copyOf(gates);
    }

    /**
     * The bytes of a subclass of {@link GeneratedRules}.
     *
     * @throws UnsupportedRule when a rule has a form that is not written
     */
    byte[] write(List<Rule> policy, List<Rule> decision) {
        writer.visit(Opcodes.V17, Opcodes.ACC_FINAL, NAME, null, SUPERCLASS, null);
        MethodVisitor constructor = writer.visitMethod(0, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, SUPERCLASS, "<init>", "()V", false);
        end(constructor);
        calling("policy", policyMethods(policy));
        calling("decide", decisionMethods(decision));
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void end(MethodVisitor code) {
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** Overrides a method of the superclass: it calls some static ones with its arguments. */
    private void calling(String name, List<String> called) {
        MethodVisitor code = writer.visitMethod(0, name, SIGNATURE, null, null);
        code.visitCode();
        for (String method : called) {
            for (int parameter = 0; parameter < Instructions.FIRST_FREE; parameter++) {
                code.visitVarInsn(Opcodes.ALOAD, 1 + parameter);
            }
            code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, method, SIGNATURE, false);
        }
        end(code);
    }

    private String method(Consumer<MethodVisitor> body) {
        String name = "rules" + methods++;
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name, SIGNATURE, null, null);
        code.visitCode();
        body.accept(code);
        end(code);
        return name;
    }

    private ConditionWriter conditions(MethodVisitor code) {
        return new ConditionWriter(code, layout, this::threshold);
    }

    private int threshold(String name) {
        return thresholds.computeIfAbsent(name, missing -> {
            thresholdNames.add(name);
            return thresholdNames.size() - 1;
        });
    }

    private List<String> policyMethods(List<Rule> rules) {
        List<String> methods = new ArrayList<>();
        List<Rule> some = new ArrayList<>();
        int parts = 0;
        for (Rule rule : rules) {
            int own = parts(rule);
            if (parts + own > MOST_PARTS && !some.isEmpty()) {
                methods.add(policyMethod(some));
                some.clear();
                parts = 0;
            }
            some.add(rule);
            parts += own;
        }
        methods.add(policyMethod(some));
        return methods;
    }

    private static int parts(Rule rule) {
        int[] parts = {rule.consequences().size()};
        rule.walk(condition -> {
            parts[0]++;
            condition.expressions().forEach(expression -> expression.walk((Expression part) -> parts[0]++));
        });
        return parts[0];
    }

    private String policyMethod(List<Rule> rules) {
        return method(code -> {
            ConditionWriter conditions = conditions(code);
            for (Rule rule : rules) {
                if (rule.consequences().stream()
                        .anyMatch(it -> form(it, RuleRole.POLICY).decides())) {
                    refuseDecisionFacts(rule);
                    Label next = new Label();
                    conditions.match(
                            rule.conditions(),
                            Map.of(),
                            next,
                            variables -> rule.consequences().forEach(it -> cause(code, rule, it)));
                    code.visitLabel(next);
                }
            }
        });
    }

    private static void refuseDecisionFacts(Rule rule) {
        rule.walk((Condition condition) -> {
            if (condition instanceof Condition.Pattern it && !FactSchema.isCompany(it.fact())) {
                throw new UnsupportedRule(rule.id());
            }
        });
    }

    private static ConsequenceForm form(Consequence consequence, RuleRole role) {
        ConsequenceForm form = ConsequenceForm.of(consequence.name(), role);
        if (form == null) {
            throw new UnsupportedRule(consequence.name());
        }
        return form;
    }

    private void cause(MethodVisitor code, Rule rule, Consequence consequence) {
        ConsequenceForm form = form(consequence, RuleRole.POLICY);
        if (!form.decides()) {
            return;
        }
        Strategy strategy = Strategy.valueOf(consequence.arguments().get(0).text());
        if (form == ConsequenceForm.BLOCK) {
            block(code, new GateRule(rule.id(), strategy));
            return;
        }
        int strength = Strength.valueOf(consequence.arguments().get(1).text()).points();
        int points = form == ConsequenceForm.SUPPORT ? strength : -strength;
        code.visitVarInsn(Opcodes.ALOAD, Instructions.EVIDENCE);
        Instructions.increment(code, WorkingMemory.kind(strategy.ordinal(), points));
    }

    private void block(MethodVisitor code, GateRule gate) {
        int bit = gates.size();
        gates.add(gate);
        array(code, "gates", "[I");
        Instructions.increment(code, gate.strategy().ordinal());
        array(code, "gateBits", "[J");
        Instructions.push(code, bit / Long.SIZE);
        code.visitInsn(Opcodes.DUP2);
        code.visitInsn(Opcodes.LALOAD);
        code.visitLdcInsn(1L << bit % Long.SIZE);
        code.visitInsn(Opcodes.LOR);
        code.visitInsn(Opcodes.LASTORE);
    }

    private static void array(MethodVisitor code, String name, String type) {
        code.visitVarInsn(Opcodes.ALOAD, Instructions.MEMORY);
        code.visitFieldInsn(Opcodes.GETFIELD, Instructions.MEMORY_CLASS, name, type);
    }

    private List<String> decisionMethods(List<Rule> rules) {
        List<String> methods = new ArrayList<>();
        for (DecisionStage stage : DecisionStage.values()) {
            for (int position = 0; position < rules.size(); position++) {
                Rule rule = rules.get(position);
                int index = position;
                if (DecisionStage.of(rule) == stage) {
                    methods.add(method(code -> decide(code, index, rule)));
                }
            }
        }
        return methods;
    }

    private void decide(MethodVisitor code, int position, Rule rule) {
        Label next = new Label();
        conditions(code)
                .match(
                        rule.conditions(),
                        Map.of(),
                        next,
                        variables -> rule.consequences().forEach(it -> decide(code, position, it, variables)));
        code.visitLabel(next);
    }

    private static void decide(
            MethodVisitor code, int position, Consequence consequence, Map<String, Operand> variables) {
        List<Argument> arguments = consequence.arguments();
        code.visitVarInsn(Opcodes.ALOAD, Instructions.MEMORY);
        switch (form(consequence, RuleRole.DECISION)) {
            case SCORE -> {
                strategy(arguments.get(0), variables).push().accept(code);
                variable(arguments.get(1), FactSchema.FieldType.NUMBER, variables)
                        .push()
                        .accept(code);
                Instructions.push(code, arguments.get(2).text().equals("VIABLE") ? 1 : 0);
                call(code, "score", "(IDI)V");
            }
            case RECOMMEND -> {
                Instructions.push(code, position);
                strategy(arguments.get(0), variables).push().accept(code);
                call(code, "recommend", "(II)V");
            }
            case EXTENT -> {
                Instructions.push(code, Extent.valueOf(arguments.get(0).text()).ordinal());
                code.visitFieldInsn(Opcodes.PUTFIELD, Instructions.MEMORY_CLASS, "extent", "I");
            }
            case COMBINE -> {
                strategy(arguments.get(0), variables).push().accept(code);
                code.visitFieldInsn(Opcodes.PUTFIELD, Instructions.MEMORY_CLASS, "combination", "I");
            }
            default -> throw new UnsupportedRule(consequence.name());
        }
    }

    private static void call(MethodVisitor code, String name, String signature) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Instructions.MEMORY_CLASS, name, signature, false);
    }

    private static Operand strategy(Argument argument, Map<String, Operand> variables) {
        if (argument.kind() == Argument.ArgumentType.VARIABLE) {
            Operand operand = variable(argument, FactSchema.FieldType.TEXT, variables);
            if (!operand.whole()) {
                throw new UnsupportedRule(argument.text());
            }
            return operand;
        }
        int ordinal = Strategy.valueOf(argument.text()).ordinal();
        return Operand.strategy(code -> Instructions.push(code, ordinal));
    }

    private static Operand variable(Argument argument, FactSchema.FieldType type, Map<String, Operand> variables) {
        Operand operand = variables.get(argument.text());
        if (operand == null || operand.type() != type) {
            throw new UnsupportedRule(argument.text());
        }
        return operand;
    }
}
