package org.hashwise.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code check} is asked to do.
 *
 * @param folder as given; empty for the usual place
 */
record CheckArguments(String folder, Format format) {

    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    /** Empty when the arguments make no sense. */
    static Optional<CheckArguments> of(List<String> arguments) {
        String folder = "";
        Format format = Format.TEXT;
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
            } else if (argument.startsWith("-") || argument.isBlank() || !folder.isEmpty()) {
                return Optional.empty();
            } else {
                folder = argument;
            }
        }
        return Optional.of(new CheckArguments(folder, format));
    }

    private static Optional<Format> format(String name) {
        return Arrays.stream(Format.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
