package org.hashwise.questionnaire;

import java.util.regex.Pattern;

/** Spaces at which a line must not break: analysts type ordinary ones, which look the same in an editor. */
public final class Typography {

    private static final String UNITS = "[kMGT]?Wh?\\b|[EPT]H\\b|J/TH|USD|BTC|";
    private static final Pattern BEFORE_UNIT =
            Pattern.compile("(?<=[0-9]) (?=(%|" + UNITS + "millions?\\b|milliards?\\b|mois\\b|ans?\\b))");
    private static final Pattern BEFORE_MARK = Pattern.compile("(?<=\\S) (?=[;:!?»])|(?<=«) ");
    private static final Pattern WITHIN_QUANTITY =
            Pattern.compile("(?<=[0-9]) (?=(%|" + UNITS + "GPUs?\\b|points?\\b|millions?\\b|milliards?\\b|billions?\\b"
                    + "|months?\\b|mois\\b|years?\\b|ans?\\b))"
                    + "|(?<=\\b(USD|[Mm]onth|[Mm]ois)) (?=[\u2212-]?[0-9])");
    private static final Pattern BETWEEN_DIGITS =
            Pattern.compile("(?<=(?<![0-9])[0-9]{1,3})[ \u00a0](?=[0-9]{3}(?![0-9]))");
    private static final Pattern BEFORE_FRENCH_NOUN =
            Pattern.compile("(?<=[0-9]) (?=(bitcoins?|dollars?|pour cent)\\b)");
    private static final Pattern BEFORE_ENGLISH_UNIT =
            Pattern.compile("(?<=[0-9]) (?=(" + UNITS + "(million|billion|percent|coins?|bitcoins?)\\b))");
    private static final Pattern AFTER_CURRENCY = Pattern.compile("(?<=\\bUSD) (?=[0-9])");
    private static final Pattern HYPHEN_OF_PRONOUN =
            Pattern.compile("(?<=\\p{L})-(?=(t-)?(je|tu|ils?|elles?|on|nous|vous|ce|même|mêmes)\\b)");
    private static final String UNBROKEN = "\u00a0";
    private static final String THOUSANDS = "\u202f";
    private static final String WORD_JOINER = "\u2060";

    private Typography() {}

    /** The text with each number joined to its unit, whichever comes first, for pages whose lines are set by the program. */
    public static String joined(String text) {
        return WITHIN_QUANTITY.matcher(text).replaceAll(UNBROKEN);
    }

    /**
     * The text with the spaces of French punctuation and units, as receipts contain it: a change here makes issued receipts
     * fail to verify.
     */
    public static String of(String text, Language language) {
        if (language != Language.FR) {
            return text;
        }
        String joined = BEFORE_UNIT.matcher(text).replaceAll(UNBROKEN);
        return BEFORE_MARK.matcher(joined).replaceAll(UNBROKEN);
    }

    /** The text for a page: numbers stay together with their units in both languages, and so do groups of digits. */
    public static String ofPage(String text, Language language) {
        String joined = of(text, language);
        if (language == Language.FR) {
            String grouped = BETWEEN_DIGITS.matcher(joined).replaceAll(THOUSANDS);
            return BEFORE_FRENCH_NOUN.matcher(grouped).replaceAll(UNBROKEN);
        }
        String amounts = AFTER_CURRENCY.matcher(joined).replaceAll(UNBROKEN);
        return BEFORE_ENGLISH_UNIT.matcher(amounts).replaceAll(UNBROKEN);
    }

    /** The text for a heading of a page: a French verb also stays together with its pronoun, as in “pouvez-vous”. */
    public static String ofHeading(String text, Language language) {
        String set = ofPage(text, language);
        return language == Language.FR ? HYPHEN_OF_PRONOUN.matcher(set).replaceAll("-" + WORD_JOINER) : set;
    }
}
