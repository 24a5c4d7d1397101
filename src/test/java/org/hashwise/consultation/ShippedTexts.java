package org.hashwise.consultation;

import org.hashwise.rulebook.ShippedRules;

/** The words that the program brings along, with the labels of the shipped questions. */
public final class ShippedTexts {

    private ShippedTexts() {}

    public static Wording wording() {
        return Wording.own(ShippedRules.rulebook().questionnaire());
    }
}
