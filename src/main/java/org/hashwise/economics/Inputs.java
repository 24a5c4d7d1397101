package org.hashwise.economics;

import java.util.SortedMap;
import org.hashwise.questionnaire.Figures;

/** The figures of one company, by their place in the questionnaire. */
final class Inputs {

    private final Figures figures;
    private final int[] positions;

    Inputs(Figures figures) {
        this.figures = figures;
        this.positions = figures.positions(Input.IDS);
    }

    double number(Input input) {
        return figures.numberAt(positions[input.ordinal()]);
    }

    /** Returns whether the company gave the value itself; says nothing about questions whose typical value is known. */
    boolean isGiven(Input input) {
        int position = positions[input.ordinal()];
        return position >= 0 && figures.isAnsweredAt(position);
    }

    boolean isAsked(Input input) {
        return positions[input.ordinal()] >= 0;
    }

    boolean yes(Input input) {
        return figures.yesAt(positions[input.ordinal()]);
    }

    String choice(Input input) {
        return figures.choiceAt(positions[input.ordinal()]);
    }

    SortedMap<String, Double> shares(Input input) {
        return figures.sharesAt(positions[input.ordinal()]);
    }
}
