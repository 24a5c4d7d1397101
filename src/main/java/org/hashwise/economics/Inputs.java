package org.hashwise.economics;

import java.util.Arrays;
import java.util.SortedMap;
import org.hashwise.questionnaire.Figures;

/** The figures of one company, each number looked up at most once. Not safe for use by several threads. */
final class Inputs {

    private final Figures figures;
    private final double[] numbers = new double[Input.COUNT];

    Inputs(Figures figures) {
        this.figures = figures;
        Arrays.fill(numbers, Double.NaN);
    }

    double number(Input input) {
        double number = numbers[input.ordinal()];
        if (Double.isNaN(number)) {
            number = figures.number(input.id());
            numbers[input.ordinal()] = number;
        }
        return number;
    }

    /** Returns whether the company gave the value itself; says nothing about questions whose typical value is known. */
    boolean isGiven(Input input) {
        return figures.isAnswered(input.id());
    }

    boolean isAsked(Input input) {
        return figures.isAsked(input.id());
    }

    boolean yes(Input input) {
        return figures.yes(input.id());
    }

    String choice(Input input) {
        return figures.choice(input.id());
    }

    SortedMap<String, Double> shares(Input input) {
        return figures.shares(input.id());
    }
}
