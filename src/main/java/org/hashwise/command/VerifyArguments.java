package org.hashwise.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code verify} is asked to do.
 *
 * @param receipt the file
 * @param rules folders where its edition may be found
 * @param data stores in whose archive it may be found
 */
record VerifyArguments(String receipt, List<String> rules, List<String> data) {

    VerifyArguments {
        rules = List.copyOf(rules);
        data = List.copyOf(data);
    }

    /** Empty when the arguments make no sense. */
    static Optional<VerifyArguments> of(List<String> arguments) {
        String receipt = "";
        List<String> rules = new ArrayList<>();
        List<String> data = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String option = argument.startsWith("--") ? argument.split("=", 2)[0] : "";
            List<String> places = option.equals("--rules") ? rules : option.equals("--data") ? data : List.of();
            if (option.equals("--rules") || option.equals("--data")) {
                boolean joined = argument.contains("=");
                String place = joined
                        ? argument.substring(argument.indexOf('=') + 1)
                        : i + 1 < arguments.size() ? arguments.get(++i) : "";
                if (place.isBlank() || place.startsWith("--")) {
                    return Optional.empty();
                }
                places.add(place);
            } else if (argument.startsWith("-") || argument.isBlank() || !receipt.isEmpty()) {
                return Optional.empty();
            } else {
                receipt = argument;
            }
        }
        return receipt.isEmpty() ? Optional.empty() : Optional.of(new VerifyArguments(receipt, rules, data));
    }
}
