package org.hashwise.rulebook.bytecode;

import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.rulebook.language.RulebookContents;

/** The rules of a rulebook as bytecode that decides without making objects. Immutable and thread-safe. */
public final class BulkRules {

    /** Classes in use by their bytes: an edit of thresholds, texts or cases keeps the machine code of the JIT compiler. */
    private static final Map<ByteBuffer, WeakReference<GeneratedRules>> CLASSES = new HashMap<>();

    private final GeneratedRules rules;
    private final CompanyReader reader;
    private final List<String> thresholdNames;
    private final List<RulesWriter.GateRule> gates;
    private final double[] thresholds;

    private BulkRules(
            GeneratedRules rules,
            CompanyReader reader,
            List<String> thresholdNames,
            List<RulesWriter.GateRule> gates,
            Map<String, Double> values) {
        this.rules = rules;
        this.reader = reader;
        this.thresholdNames = thresholdNames;
        this.gates = gates;
        this.thresholds = thresholds(values);
    }

    /**
     * Compiles rules that were checked; takes milliseconds.
     *
     * @throws UnsupportedRule when a rule has a form for which no bytecode is generated
     */
    public static BulkRules of(RulebookContents contents) {
        CompanyLayout layout = new CompanyLayout(contents.questionnaire());
        RulesWriter writer = new RulesWriter(layout);
        byte[] bytes;
        try {
            bytes = writer.write(contents.policy(), contents.decision());
        } catch (org.objectweb.asm.MethodTooLargeException | org.objectweb.asm.ClassTooLargeException tooLarge) {
            throw new UnsupportedRule(String.valueOf(tooLarge.getMessage()));
        }
        return new BulkRules(
                loaded(bytes), layout.reader(), writer.thresholds(), writer.gates(), contents.thresholds());
    }

    /** The same rules with other values of the thresholds; takes no compiling. */
    public BulkRules with(Map<String, Double> values) {
        return new BulkRules(rules, reader, thresholdNames, gates, values);
    }

    /** The values of the thresholds that the rules read, for {@link BulkEvaluator#strategy}. */
    public double[] thresholds(Map<String, Double> values) {
        return thresholdNames.stream()
                .mapToDouble(name -> values.getOrDefault(name, 0.0))
                .toArray();
    }

    private static synchronized GeneratedRules loaded(byte[] bytes) {
        CLASSES.values().removeIf(reference -> reference.get() == null);
        ByteBuffer key = ByteBuffer.wrap(bytes);
        WeakReference<GeneratedRules> known = CLASSES.get(key);
        GeneratedRules rules = known == null ? null : known.get();
        if (rules == null) {
            rules = load(bytes);
            CLASSES.put(key, new WeakReference<>(rules));
        }
        return rules;
    }

    private static GeneratedRules load(byte[] bytes) {
        try {
            return (GeneratedRules) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError failure) {
            throw new UnsupportedRule(failure.toString());
        }
    }

    /** A new evaluator, for one thread. */
    public BulkEvaluator evaluator() {
        return new BulkEvaluator(rules, reader, thresholds, gates);
    }
}
