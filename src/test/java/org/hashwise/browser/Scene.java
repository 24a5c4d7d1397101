package org.hashwise.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import java.util.function.Consumer;

/** Every page in every state that is worth looking at, and the shortest way there. */
enum Scene {
    START(at("/")),
    EXAMPLES(at("/examples")),
    INTERVIEW_FIRST(at("/interview")),
    INTERVIEW_MIDDLE(
            guest -> new Interviewee(guest.open("/interview")).skip().answer().answer()),
    INTERVIEW_PLACES(at("/interview/regulation.jurisdictions")),
    INTERVIEW_ERROR(guest -> guest.open("/interview/power.priceUsdPerKwh")
            .type("power.priceUsdPerKwh", "0,0.5")
            .press("interview.answer")),
    INTERVIEW_FINISHED(guest -> guest.open("/examples/terawulf-2025-08").open("/interview")),
    SECTION(at("/questions/power")),
    SECTION_MARKET(at("/questions/market")),
    SECTION_ERRORS(guest -> guest.open("/questions/regulation")
            .type("regulation.jurisdictions", "US-TX")
            .type("regulation.jurisdictions-percent-1", "60")
            .type("regulation.pendingTaxUsdPerKwh", "?")
            .press("section.next")),
    CHECK(at("/questions/check")),
    CHECK_ERRORS(guest -> {
        guest.open("/questions/power").type("power.energizedMw", "?").press("section.next");
        guest.open("/questions/check");
    }),
    ADVICE_ASSUMED(guest -> guest.open("/interview").press("interview.advice")),
    ADVICE_HOLD(at("/examples/iren-2023-08")),
    ADVICE_AI_HOSTING(at("/examples/terawulf-2025-08")),
    ADVICE_DAT(at("/examples/cathedra-2024-09")),
    ADVICE_RESTRUCTURE(at("/examples/argo-2022-10")),
    WHAT_IF(guest -> guest.send("/examples/iren-2023-08")
            .send("/advice/what-if", "question", "power.priceUsdPerKwh", "power.priceUsdPerKwh", guest.number(0.14))
            .open("/advice")),
    WHAT_IF_ERROR(guest -> {
        guest.send("/examples/iren-2023-08")
                .send("/advice/what-if/question", "question", "power.priceUsdPerKwh")
                .open("/advice")
                .type("power.priceUsdPerKwh", "?");
        guest.page().locator("#trial-try").click();
        assertThat(guest.page().locator(".problems")).isVisible();
    }),
    MAP(guest -> guest.send("/examples/iren-2023-08")
            .send("/advice/map", "x", "market.btcPriceUsd", "y", "mining.fleetEfficiencyJPerTh")
            .open("/advice")),
    REFUSED(guest -> {
        guest.open("/questions/company");
        guest.page().locator("main form").evaluate("form => form.enctype = 'multipart/form-data'");
        guest.press("section.next");
    }),
    NOT_FOUND(at("/nowhere"));

    private final Consumer<Guest> way;

    Scene(Consumer<Guest> way) {
        this.way = way;
    }

    void show(Guest guest) {
        way.accept(guest);
    }

    /** For file names. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Consumer<Guest> at(String path) {
        return guest -> guest.open(path);
    }
}
