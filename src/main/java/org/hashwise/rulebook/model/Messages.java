package org.hashwise.rulebook.model;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashwise.questionnaire.MessageBundle;
import org.hashwise.questionnaire.NumberNotation;
import org.jspecify.annotations.Nullable;

/** The sentences that analysts read about their files, from {@code problems.properties}. */
public final class Messages {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.rulebook.model.problems");

    private Messages() {}

    /** The sentence with this key; its arguments are filled in as {@link #word} writes them. */
    public static String of(String key, Object... arguments) {
        return MESSAGES.text(key, Arrays.stream(arguments).map(Messages::word).toArray());
    }

    /** Numbers as analysts write them, without exponents; percentages by place like the answers in a file; all else as it is. */
    public static String word(@Nullable Object argument) {
        if (argument instanceof Double number && Double.isFinite(number)) {
            return NumberNotation.plain(number);
        }
        if (argument instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + word(entry.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return String.valueOf(argument);
    }
}
