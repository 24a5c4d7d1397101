package org.hashwise.browser;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody from a small miner in Texas who knows some of the figures and goes through the guided interview. */
final class InterviewRespondent {

    private static final String SHARES = "regulation.jurisdictions";

    private static final Map<String, Double> FIGURES = Map.ofEntries(
            Map.entry("mining.hashrateEh", 2.0),
            Map.entry("mining.fleetEfficiencyJPerTh", 19.0),
            Map.entry("power.energizedMw", 45.0),
            Map.entry("power.largestSiteMw", 45.0),
            Map.entry("power.priceUsdPerKwh", 0.035),
            Map.entry("treasury.cashUsd", 12_000_000.0),
            Map.entry("treasury.btcHeld", 100.0),
            Map.entry("treasury.debtUsd", 0.0),
            Map.entry("treasury.marketCapUsd", 90_000_000.0),
            Map.entry("hosting.contractedMw", 0.0));

    private static final Map<String, String> CHOICES = Map.of(
            "company.listed", "false",
            "power.contract", "FIXED",
            "power.interconnection", "INTERRUPTIBLE",
            "power.siteControl", "OWNED",
            "hosting.tenantStage", "NONE",
            "site.cooling", "AIR",
            "treasury.capitalAccess", "CLOSED",
            "board.volatilityTolerance", "LOW");

    private final BrowserVisitor visitor;
    private final List<String> asked = new ArrayList<>();

    InterviewRespondent(BrowserVisitor visitor) {
        this.visitor = visitor;
    }

    List<String> asked() {
        return asked;
    }

    /** Id of the question that the page asks; empty when it asks none. */
    String question() {
        Locator form = visitor.page().locator("main form[action^='/interview/']");
        return form.count() == 0 ? "" : form.getAttribute("action").substring("/interview/".length());
    }

    /** Answers what is asked, or says that the answer is not known. */
    InterviewRespondent answer() {
        String id = question();
        asked.add(id);
        if (FIGURES.containsKey(id)) {
            visitor.type(id, visitor.number(FIGURES.get(id)));
        } else if (CHOICES.containsKey(id)) {
            visitor.pick(id, CHOICES.get(id));
        } else if (id.equals(SHARES)) {
            visitor.type(id, "US-TX");
            visitor.type(id + "-percent-1", visitor.number(100));
        } else {
            visitor.press("interview.skip");
            return this;
        }
        visitor.press("interview.answer");
        return this;
    }

    InterviewRespondent skip() {
        asked.add(question());
        visitor.press("interview.skip");
        return this;
    }

    /** Every figure and choice at once, as the questions by section take them. */
    void sendWhatIsKnown() {
        for (String section : List.of("company", "mining", "power", "hosting", "site", "treasury", "board")) {
            List<String> form = new ArrayList<>();
            FIGURES.forEach((id, figure) -> add(form, section, id, visitor.number(figure)));
            CHOICES.forEach((id, choice) -> add(form, section, id, choice));
            visitor.send("/questions/" + section, form.toArray(new String[0]));
        }
    }

    private static void add(List<String> form, String section, String id, String value) {
        if (id.startsWith(section + ".")) {
            form.add(id);
            form.add(value);
        }
    }

    InterviewRespondent answerAll() {
        while (!question().isEmpty()) {
            answer();
        }
        return this;
    }
}
