package org.hashwise.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.Projections.MarketScenario;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.jspecify.annotations.Nullable;

/**
 * The state of a what-if analysis: values that a visitor tries without keeping them, and the axes of the strategy map.
 *
 * @param tried answers that are tried instead of, or beside, those of the session
 * @param asked id of the question whose value is about to be tried; empty when none was chosen
 * @param typed what was typed for that question, by field name
 * @param across id of the question along the map
 * @param up id of the question down the map
 * @param chosen scenario of the projection; null in files that have none
 * @param quoted texts of the forward quotes by month from 1 on; null in files that have none
 */
record WhatIf(
        Answers tried,
        String asked,
        Map<String, RawField> typed,
        String across,
        String up,
        @Nullable MarketScenario chosen,
        @Nullable List<String> quoted) {

    private static final WhatIf CLEAR = new WhatIf(
            Answers.none(),
            "",
            Map.of(),
            "market.btcPriceUsd",
            "power.priceUsdPerKwh",
            MarketScenario.NEUTRAL,
            List.of());

    WhatIf {
        typed = Map.copyOf(typed);
    }

    static WhatIf clear() {
        return CLEAR;
    }

    /** The state with nothing tried, and the same map. */
    WhatIf cleared() {
        return new WhatIf(Answers.none(), "", Map.of(), across, up, chosen, quoted);
    }

    WhatIf asking(String id) {
        return new WhatIf(tried, id, Map.of(), across, up, chosen, quoted);
    }

    WhatIf typing(String id, Map<String, RawField> fields) {
        return new WhatIf(tried, id, new HashMap<>(fields), across, up, chosen, quoted);
    }

    WhatIf trying(String id, Answer answer) {
        return new WhatIf(tried.with(id, answer), id, Map.of(), across, up, chosen, quoted);
    }

    WhatIf without(String id) {
        return new WhatIf(tried.without(id), asked, typed, across, up, chosen, quoted);
    }

    WhatIf over(String x, String y) {
        return new WhatIf(tried, asked, typed, x, y, chosen, quoted);
    }

    WhatIf in(MarketScenario other, List<String> quotes) {
        return new WhatIf(tried, asked, typed, across, up, other, List.copyOf(quotes));
    }

    /** The scenario of the projection. */
    MarketScenario scenario() {
        return chosen == null ? MarketScenario.NEUTRAL : chosen;
    }

    /** Forward quotes as they were typed. */
    List<String> quotes() {
        return quoted == null ? List.of() : quoted;
    }

    /** The answers as they would be. */
    Answers applied(Answers answers) {
        return answers.with(tried);
    }
}
