package org.hashwise.command;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code check}. */
final class CheckArguments extends Arguments {

    enum ReportFormat {
        TEXT,
        JSON,
        SARIF
    }

    /** The folder of the rules; empty for the usual one. */
    @Parameters(arity = "0..1")
    String folder = "";

    @Option(names = "--format")
    ReportFormat format = ReportFormat.TEXT;

    /** Reports how the advice for the companies of the casebook depends on thresholds and rules. */
    @Option(names = "--casebook")
    boolean casebook;

    /** Reports the coverage of the cases. */
    @Option(names = "--coverage")
    boolean coverage;

    /** Corrects problems that leave no choice. */
    @Option(names = "--fix")
    boolean fix;

    /** Writes the corrections without asking. */
    @Option(names = {"--yes", "-y"})
    boolean yes;

    @Option(names = "--mutate", arity = "0..1", split = ",", preprocessor = AttachedValue.class)
    private Set<String> mutate = new HashSet<>();

    /** Returns whether mutation tests are asked for. */
    boolean mutate() {
        return !mutate.isEmpty();
    }

    /** The rules that are mutated; empty for all. */
    Set<String> mutated() {
        return mutate.equals(Set.of("")) ? Set.of() : mutate;
    }

    @Override
    boolean areConsistent() {
        boolean fixes = fix && (format != ReportFormat.TEXT || casebook || coverage || mutate());
        return !fixes && (fix || !yes) && (format != ReportFormat.SARIF || (!casebook && !coverage && !mutate()));
    }

    /** Takes the value of an option only if an equals sign attaches it; otherwise the value is empty. */
    private static final class AttachedValue implements IParameterPreprocessor {

        @Override
        public boolean preprocess(
                Stack<String> words, CommandSpec command, ArgSpec argument, Map<String, Object> info) {
            if (!"=".equals(info.get("separator"))) {
                words.push("");
            }
            return false;
        }
    }
}
