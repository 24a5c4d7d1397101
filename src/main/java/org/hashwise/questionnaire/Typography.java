package org.hashwise.questionnaire;

import java.util.regex.Pattern;

/** Spaces at which a line must not break: analysts type ordinary ones, which look the same in an editor. */
public final class Typography {

    private static final Pattern BEFORE_UNIT = Pattern.compile(
            "(?<=[0-9]) (?=(%|[kMGT]?Wh?\\b|[EPT]H\\b|J/TH|USD|BTC|millions?\\b|milliards?\\b|mois\\b|ans?\\b))");
    private static final Pattern BEFORE_MARK = Pattern.compile("(?<=\\S) (?=[;:!?»])|(?<=«) ");
    private static final String UNBROKEN = "\u00a0";

    private Typography() {}

    /** The text as it is set in this language. */
    public static String of(String text, Language language) {
        if (language != Language.FR) {
            return text;
        }
        String joined = BEFORE_UNIT.matcher(text).replaceAll(UNBROKEN);
        return BEFORE_MARK.matcher(joined).replaceAll(UNBROKEN);
    }
}
