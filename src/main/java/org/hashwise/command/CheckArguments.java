package org.hashwise.command;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code check} is asked to do.
 *
 * @param folder as given; empty for the usual place
 * @param coverage whether to say what the cases show
 * @param mutate whether to try who notices mistakes
 * @param mutated the rules in which mistakes are made; empty for all
 */
record CheckArguments(String folder, Format format, boolean coverage, boolean mutate, Set<String> mutated) {

    CheckArguments {
        mutated = Set.copyOf(mutated);
    }

    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    /** Empty when the arguments make no sense. */
    static Optional<CheckArguments> of(List<String> arguments) {
        String folder = "";
        Format format = Format.TEXT;
        boolean coverage = false;
        boolean mutate = false;
        Set<String> mutated = Set.of();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--format") || argument.startsWith("--format=")) {
                boolean joined = argument.contains("=");
                String name = joined
                        ? argument.substring(argument.indexOf('=') + 1)
                        : i + 1 < arguments.size() ? arguments.get(++i) : "";
                Optional<Format> known = format(name);
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                format = known.get();
            } else if (argument.equals("--coverage")) {
                coverage = true;
            } else if (argument.equals("--mutate")) {
                mutate = true;
            } else if (argument.startsWith("--mutate=")) {
                mutate = true;
                mutated = new HashSet<>(
                        List.of(argument.substring("--mutate=".length()).split(",", -1)));
            } else if (argument.startsWith("-") || argument.isBlank() || !folder.isEmpty()) {
                return Optional.empty();
            } else {
                folder = argument;
            }
        }
        boolean tries = coverage || mutate;
        return tries && format == Format.SARIF
                ? Optional.empty()
                : Optional.of(new CheckArguments(folder, format, coverage, mutate, mutated));
    }

    private static Optional<Format> format(String name) {
        return Arrays.stream(Format.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
