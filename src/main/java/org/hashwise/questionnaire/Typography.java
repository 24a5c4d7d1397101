package org.hashwise.questionnaire;

import java.util.regex.Pattern;

/**
 * Spaces at which a line must not break: analysts type ordinary ones, which look the same in an editor. The patterns begin with the
 * character that is replaced and then look back, so that most characters are passed over at once.
 */
public final class Typography {

    private static final String UNITS = "[kMGT]?Wh?\\b|[EPT]H\\b|J/TH|USD|BTC|";
    private static final Pattern BEFORE_UNIT =
            Pattern.compile(" (?<=[0-9] )(?=(%|" + UNITS + "millions?\\b|milliards?\\b|mois\\b|ans?\\b))");
    private static final Pattern BEFORE_MARK = Pattern.compile(" (?:(?<=\\S )(?=[;:!?»])|(?<=« ))");
    private static final String MONTHS =
            "(January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)";
    // A brace is where a message puts its number.
    private static final Pattern WITHIN_QUANTITY = Pattern.compile(
            " (?:(?<=[0-9}] )(?=(%|" + UNITS + "GPUs?\\b|points?\\b|coins?\\b|bitcoins?\\b|dollars?\\b|pour cent\\b"
                    + "|per ?cent\\b|millions?\\b|milliards?\\b|billions?\\b|days?\\b|jours?\\b|months?\\b|mois\\b|years?\\b"
                    + "|ans?\\b|" + MONTHS + "\\b))"
                    + "|(?<=\\b(USD|[Mm]onth|[Mm]ois|" + MONTHS + ") )(?=[\u2212-]?[0-9{]))");
    private static final Pattern BETWEEN_DIGITS =
            Pattern.compile("[ \u00a0](?<=(?<![0-9])[0-9]{1,3}[ \u00a0])(?=[0-9]{3}(?![0-9]))");
    private static final Pattern BEFORE_PERCENT = Pattern.compile("[ \u00a0](?<=[0-9][ \u00a0])(?=%)");
    // As in 2026-01-16, mid-2025 and 8-K; addresses are copied, so nothing is put into them.
    private static final Pattern HYPHEN_OF_DATE =
            Pattern.compile("-(?:(?<=(?<![/\\w-])[0-9]{4}(-[0-9]{2})?-)(?=[0-9]{2}\\b)|(?<=\\b[Mm]id?-)(?=[0-9]{4}\\b)"
                    + "|(?<=\\b[0-9]{1,2}-)(?=[KQ]\\b))");
    private static final Pattern HYPHEN_OF_PRONOUN =
            Pattern.compile("-(?<=\\p{L}-)(?=(t-)?(je|tu|ils?|elles?|on|nous|vous|ce|même|mêmes)\\b)");
    private static final String UNBROKEN = "\u00a0";
    private static final String THIN = "\u202f";
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

    /** The text for a page: numbers stay together with their units in both languages, and so do dates and groups of digits. */
    public static String ofPage(String text, Language language) {
        boolean french = language == Language.FR;
        String percent = BEFORE_PERCENT.matcher(of(text, language)).replaceAll(french ? THIN : "");
        String grouped = french ? BETWEEN_DIGITS.matcher(percent).replaceAll(THIN) : percent;
        return HYPHEN_OF_DATE.matcher(joined(grouped)).replaceAll("-" + WORD_JOINER);
    }

    /** The text for a heading of a page: a French verb also stays together with its pronoun, as in “pouvez-vous”. */
    public static String ofHeading(String text, Language language) {
        String set = ofPage(text, language);
        return language == Language.FR ? HYPHEN_OF_PRONOUN.matcher(set).replaceAll("-" + WORD_JOINER) : set;
    }
}
