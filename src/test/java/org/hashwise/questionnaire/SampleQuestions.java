package org.hashwise.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small questionnaire with one question of each kind, for tests that are not about the questions themselves. */
public final class SampleQuestions {

    private SampleQuestions() {}

    public static Questionnaire questionnaire() {
        return new Questionnaire(List.of(
                section("company", question("company.listed", Kind.YESNO, "", 0, 0, yes(true))),
                section(
                        "market",
                        question(
                                "market.btcPriceUsd",
                                Kind.MONEY,
                                "USD/BTC",
                                100,
                                10_000_000,
                                new Typical.FromMarket())),
                section(
                        "mining",
                        question("mining.hashrateEh", Kind.NUMBER, "EH/s", 0, 500, number(10)),
                        question("mining.poolFeePercent", Kind.PERCENT, "%", 0, 10, number(1)),
                        question(
                                "mining.reportedCashCostPerBtcUsd",
                                Kind.MONEY,
                                "USD/BTC",
                                0,
                                5_000_000,
                                new Typical.Computed())),
                section(
                        "power",
                        question("power.energizedMw", Kind.NUMBER, "MW", 0, 10_000, fleetPower()),
                        question("power.priceUsdPerKwh", Kind.NUMBER, "USD/kWh", 0, 1, number(0.05)),
                        contract()),
                section("regulation", question("regulation.jurisdictions", Kind.SHARES, "%", 0, 100, texas()))));
    }

    public static Section section(String id, Question... questions) {
        return new Section(id, text(id), text("About " + id), List.of(questions));
    }

    private static Question contract() {
        return question(
                "power.contract",
                Kind.CHOICE,
                "",
                0,
                0,
                new Typical.Fixed(new Answer.Choice("FIXED")),
                choice("OWN_GENERATION", "Own generation", "Production propre"),
                choice("FIXED", "Fixed price", "Prix fixe"),
                choice("HEDGED", "Hedged", "Prix couvert"),
                choice("INDEXED", "Indexed", "Prix indexé"));
    }

    private static Question.AnswerOption choice(String value, String en, String fr) {
        return new Question.AnswerOption(value, new Text(en, fr));
    }

    /** A question whose words are its id, in both languages. */
    public static Question question(
            String id,
            Kind kind,
            String unit,
            double min,
            double max,
            Typical typical,
            Question.AnswerOption... choices) {
        return new Question(
                id,
                kind,
                unit,
                min,
                max,
                List.of(choices),
                typical,
                new Distribution.None(),
                1,
                text("Label of " + id),
                text("Wording of " + id),
                text("Help on " + id),
                text("Why " + id),
                text("Because of " + id),
                text("Source of " + id),
                Moves.unstated(id));
    }

    public static Text text(String en) {
        return new Text(en, en + " (fr)");
    }

    private static Typical yes(boolean value) {
        return new Typical.Fixed(new Answer.YesNo(value));
    }

    private static Typical number(double value) {
        return new Typical.Fixed(new Answer.Number(value));
    }

    private static Typical texas() {
        return new Typical.Fixed(new Answer.Shares(new TreeMap<>(Map.of("US-TX", 100.0))));
    }

    private static Typical fleetPower() {
        return new Typical.Estimated("fleet-power", Map.of(), Map.of(), Map.of());
    }
}
