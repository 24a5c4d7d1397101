package org.hashwise.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import java.util.function.Consumer;

/** Every page in every state that is worth looking at: the shortest way there, and what shows that one has arrived. */
enum PageState {
    START("main.start", at("/")),
    EXAMPLES("main.examples", at("/examples")),
    INTERVIEW_FIRST("main.interview .field", at("/interview")),
    INTERVIEW_PLACES("main.interview .share", at("/interview/regulation.jurisdictions")),
    INTERVIEW_ERROR(
            "main.interview .problems",
            guest -> guest.open("/interview/power.priceUsdPerKwh")
                    .type("power.priceUsdPerKwh", "cheap")
                    .press("interview.answer")),
    INTERVIEW_FINISHED("main.interview .verdict", guest -> {
        guest.send("/examples/terawulf-2025-08").open("/interview");
        for (int each = 0;
                each < 30 && guest.page().locator("main.interview .verdict").count() == 0;
                each++) {
            guest.press("interview.skip");
        }
    }),
    SECTION("main .field", at("/questions/power")),
    SECTION_MARKET("#show-date", at("/questions/market")),
    SECTION_ERRORS(
            ".problems li:nth-child(2)",
            guest -> guest.open("/questions/regulation")
                    .type("regulation.jurisdictions", "US-TX")
                    .type("regulation.jurisdictions-percent-1", "60")
                    .type("regulation.pendingTaxUsdPerKwh", "cheap")
                    .press("section.next")),
    CHECK("main .answers", at("/questions/check")),
    ADVICE_HOLD(".recommendation.strategy-hold", example("iren-2023-08")),
    ADVICE_AI_HOSTING(".recommendation.strategy-ai-hosting", example("terawulf-2025-08")),
    ADVICE_DAT(".recommendation.strategy-dat", example("cathedra-2024-09")),
    ADVICE_RESTRUCTURE(".recommendation.strategy-restructure", example("argo-2022-10")),
    WHAT_IF_AND_MAP(
            ".compared",
            guest -> guest.send("/examples/iren-2023-08")
                    .send(
                            "/advice/what-if",
                            "question",
                            "power.priceUsdPerKwh",
                            "power.priceUsdPerKwh",
                            guest.number(0.14))
                    .send("/advice/map", "x", "market.btcPriceUsd", "y", "mining.fleetEfficiencyJPerTh")
                    .open("/advice")),
    SAVED(
            ".recommendation",
            guest -> guest.send("/examples/cathedra-2024-09")
                    .send("/assessments")
                    .openNext()),
    LOGIN("main.login", guest -> guest.fromElsewhere().open("/questions/power")),
    LOGIN_FAILED("main.login .problems", guest -> guest.fromElsewhere().open("/login?failed")),
    NOT_FOUND("main.failure", at("/nowhere")),
    INTERVIEW_MIDDLE(
            ".standing li:nth-child(2)",
            guest -> new InterviewRespondent(guest.open("/interview"))
                    .skip()
                    .answer()
                    .answer()),
    CHECK_ERRORS(
            "main .problems",
            guest -> guest.send("/questions/power", "power.energizedMw", "two hundred")
                    .open("/questions/check")),
    ADVICE_ASSUMED(
            ".recommendation",
            guest -> guest.send("/questions/company", "company", "").open("/advice")),
    WHAT_IF_ERROR(".problems", guest -> {
        guest.send("/examples/iren-2023-08")
                .send("/advice/what-if/question", "question", "power.priceUsdPerKwh")
                .open("/advice")
                .type("power.priceUsdPerKwh", "cheap");
        guest.page().locator("#trial-try").click();
    }),
    SAVED_DELETE(
            "main h1",
            guest -> guest.send("/examples/cathedra-2024-09")
                    .send("/assessments")
                    .openNext()
                    .follow("kept.delete")),
    REFUSED("main.failure", guest -> {
        guest.open("/questions/company");
        guest.page().locator("main form").evaluate("form => form.enctype = 'multipart/form-data'");
        guest.press("section.next");
    });

    private final String landmark;
    private final Consumer<BrowserVisitor> way;

    PageState(String landmark, Consumer<BrowserVisitor> way) {
        this.landmark = landmark;
        this.way = way;
    }

    void show(BrowserVisitor guest) {
        way.accept(guest);
        assertThat(guest.page().locator(landmark).first()).isVisible();
    }

    /** For file names. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Consumer<BrowserVisitor> at(String path) {
        return guest -> guest.open(path);
    }

    private static Consumer<BrowserVisitor> example(String id) {
        return at("/examples/" + id);
    }
}
