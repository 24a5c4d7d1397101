package org.hashwise.web;

import java.util.HashMap;
import java.util.Map;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;

/**
 * How a visitor looks at the advice: what is tried out and not kept, and what the map shows.
 *
 * @param tried answers that are tried instead of, or beside, those of the visit
 * @param asked id of the question whose value is about to be tried; empty when none was chosen
 * @param typed what was typed for that question, by field name
 * @param across id of the question along the map
 * @param up id of the question down the map
 */
record Lens(Answers tried, String asked, Map<String, Typed> typed, String across, String up) {

    private static final Lens CLEAR =
            new Lens(Answers.none(), "", Map.of(), "market.btcPriceUsd", "power.priceUsdPerKwh");

    Lens {
        typed = Map.copyOf(typed);
    }

    static Lens clear() {
        return CLEAR;
    }

    /** With nothing tried, and the same map. */
    Lens cleared() {
        return new Lens(Answers.none(), "", Map.of(), across, up);
    }

    Lens asking(String id) {
        return new Lens(tried, id, Map.of(), across, up);
    }

    Lens typing(String id, Map<String, Typed> fields) {
        return new Lens(tried, id, new HashMap<>(fields), across, up);
    }

    Lens trying(String id, Answer answer) {
        return new Lens(tried.with(id, answer), id, Map.of(), across, up);
    }

    Lens without(String id) {
        return new Lens(tried.without(id), asked, typed, across, up);
    }

    Lens over(String x, String y) {
        return new Lens(tried, asked, typed, x, y);
    }

    /** The answers as they would be. */
    Answers applied(Answers answers) {
        Answers changed = answers;
        for (var answer : tried.byId().entrySet()) {
            changed = changed.with(answer.getKey(), answer.getValue());
        }
        return changed;
    }
}
