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

    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    /** As given; empty for the usual place. */
    @Parameters(arity = "0..1")
    String folder = "";

    @Option(names = "--format")
    Format format = Format.TEXT;

    /** Whether to report how the advice for the companies of the casebook depends on thresholds and rules. */
    @Option(names = "--casebook")
    boolean casebook;

    /** Whether to report what the cases cover. */
    @Option(names = "--coverage")
    boolean coverage;

    /** Whether to correct what leaves no choice. */
    @Option(names = "--fix")
    boolean fix;

    /** Whether to write the corrections without asking. */
    @Option(names = {"--yes", "-y"})
    boolean yes;

    @Option(names = "--mutate", arity = "0..1", split = ",", preprocessor = AttachedValue.class)
    private Set<String> mutate = new HashSet<>();

    /** Whether to run mutation tests. */
    boolean mutate() {
        return !mutate.isEmpty();
    }

    /** The rules that are mutated; empty for all. */
    Set<String> mutated() {
        return mutate.equals(Set.of("")) ? Set.of() : mutate;
    }

    @Override
    protected boolean areConsistent() {
        boolean fixes = fix && (format != Format.TEXT || casebook || coverage || mutate());
        return !fixes && (fix || !yes) && (format != Format.SARIF || (!casebook && !coverage && !mutate()));
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
