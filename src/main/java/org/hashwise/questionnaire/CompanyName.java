package org.hashwise.questionnaire;

import java.text.Normalizer;

/** The name of a company as it is stored and shown, wherever it comes from: a form, the API or an import. */
public final class CompanyName {

    /** The most UTF-16 code units of a name. */
    public static final int LONGEST = 120;

    private CompanyName() {}

    /** The name {@link TextNormalizer#visible} and in composed form, so that one name has one spelling; of any length. */
    public static String of(String text) {
        return Normalizer.normalize(TextNormalizer.visible(text), Normalizer.Form.NFC);
    }

    /** The same, cut off at {@link #LONGEST}. */
    public static String shortened(String text) {
        return Excerpt.start(of(text), LONGEST);
    }
}
