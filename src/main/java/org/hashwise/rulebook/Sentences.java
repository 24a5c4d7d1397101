package org.hashwise.rulebook;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences that analysts read about their files; they stand in {@code problems.properties}. */
public final class Sentences {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.hashwise.rulebook.problems", Locale.ROOT);

    private Sentences() {}

    /** The sentence with this key, its arguments filled in as they are. */
    public static String of(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT)
                .format(Arrays.stream(arguments).map(String::valueOf).toArray());
    }
}
