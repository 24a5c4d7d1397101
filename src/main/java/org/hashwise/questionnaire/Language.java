package org.hashwise.questionnaire;

import java.util.Locale;
import java.util.Optional;

/** The languages that every text of Hashwise exists in. */
public enum Language {
    EN(Locale.UK),
    FR(Locale.FRANCE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale whose number and date formats readers of this language expect. */
    public Locale locale() {
        return locale;
    }

    /** The two-letter code in requests, in YAML keys and in the {@code lang} attribute of a page. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language with this two-letter code, in either case. */
    public static Optional<Language> ofCode(String code) {
        for (Language language : values()) {
            if (language.code().equalsIgnoreCase(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
