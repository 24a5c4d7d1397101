package org.hashwise.rulebook.trial;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences that analysts read about coverage and mutants; they stand in {@code trials.properties}. */
public final class TrialWords {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.hashwise.rulebook.trials", Locale.ROOT);

    private TrialWords() {}

    /** The sentence with this key, its arguments filled in as they are. */
    public static String of(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT)
                .format(Arrays.stream(arguments).map(String::valueOf).toArray());
    }
}
