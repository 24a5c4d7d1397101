package org.hashwise.questionnaire;

/** The kind of answer that a question takes. */
public enum Kind {
    /** A number in the question's unit. */
    NUMBER,
    /** 0 to 100. */
    PERCENT,
    /** US dollars, unless the unit says dollars per something. */
    MONEY,
    YESNO,
    /** One of the question's choices. */
    CHOICE,
    /** Percentages by code, summing to 100. */
    SHARES;

    /** The unit of a question of this kind that states none; empty where there is none to state. */
    public String unit() {
        return switch (this) {
            case MONEY -> "USD";
            case PERCENT, SHARES -> "%";
            default -> "";
        };
    }

    /** Returns whether an answer of this kind is a single number. */
    public boolean isNumeric() {
        return this == NUMBER || this == PERCENT || this == MONEY;
    }
}
