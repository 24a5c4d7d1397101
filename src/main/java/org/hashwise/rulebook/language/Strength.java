package org.hashwise.rulebook.language;

/** The weight of a piece of evidence. */
public enum Strength {
    WEAK(1),
    MEDIUM(2),
    STRONG(3);

    private final int points;

    Strength(int points) {
        this.points = points;
    }

    public int points() {
        return points;
    }
}
