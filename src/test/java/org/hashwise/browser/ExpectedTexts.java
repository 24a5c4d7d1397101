package org.hashwise.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Texts that the pages should have in one language, as the designers wrote it. */
final class ExpectedTexts {

    private static final Map<String, ExpectedTexts> KNOWN = new ConcurrentHashMap<>();

    private final Locale locale;
    private final Properties messages;

    private ExpectedTexts(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.messages = read(language);
    }

    static ExpectedTexts in(String language) {
        return KNOWN.computeIfAbsent(language, ExpectedTexts::new);
    }

    String text(String key, Object... arguments) {
        String text = messages.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No message " + key);
        }
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** A number as somebody would type it. */
    String number(double number) {
        DecimalFormat format = new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(locale));
        return format.format(number);
    }

    Properties messages() {
        return messages;
    }

    private static Properties read(String language) {
        Properties messages = new Properties();
        Path file = Path.of("templates", "messages", "messages_" + language + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            messages.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return messages;
    }
}
