package org.hashwise.questionnaire;

/** One text in every language. */
public record Text(String en, String fr) {

    /** A text that is the same in every language, such as a code. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case FR -> fr;
        };
    }
}
