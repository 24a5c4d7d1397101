package org.hashwise.questionnaire;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Messages from a {@code .properties} file on the class path, with their arguments filled in. Thread-safe.
 */
public final class MessageBundle {

    private final ResourceBundle bundle;
    private final Locale locale;

    private MessageBundle(String name, Locale locale) {
        this.bundle = ResourceBundle.getBundle(name, locale);
        this.locale = locale;
    }

    /** Messages for operators and analysts, which are in English on machines of any locale. */
    public static MessageBundle of(String name) {
        return new MessageBundle(name, Locale.ROOT);
    }

    /**
     * Messages in a language of the reader.
     *
     * @param name such as {@code org.hashwise.command.store}, without language and ending
     */
    public static MessageBundle of(String name, Language language) {
        return new MessageBundle(name, language.locale());
    }

    /**
     * The message with its arguments filled in. Texts and paths among them are escaped, so that a name from a file system
     * or a file cannot print further lines or control a terminal.
     *
     * @throws java.util.MissingResourceException when no message has this key
     */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale)
                .format(Arrays.stream(arguments).map(MessageBundle::escaped).toArray());
    }

    private static @Nullable Object escaped(@Nullable Object argument) {
        return argument instanceof CharSequence || argument instanceof Path
                ? Excerpt.escaped(argument.toString())
                : argument;
    }

    /** The message as it is in the file, in which braces and apostrophes mean nothing. */
    public String plain(String key) {
        return bundle.getString(key);
    }
}
