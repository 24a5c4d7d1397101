package org.hashwise.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** Every page in every state that is worth looking at: the shortest way there, and what shows that one has arrived. */
enum PageState {
    START("main.start", at("/")),
    EXAMPLES("main.examples", at("/examples")),
    RULEBOOK("main.rulebook .topic", at("/rulebook?q=POWER-0")),
    RULE("main.rulebook .conditions", at("/rulebook/rules/POWER-01")),
    THRESHOLD("main.rulebook #value", at("/rulebook/thresholds/largeSiteMw")),
    RULE_TRIAL("main.rulebook #files", at("/rulebook/trial?rule=POWER-01&effect=0&points=1")),
    INTERVIEW_FIRST("main.interview .field", at("/interview")),
    INTERVIEW_PLACES("main.interview .share", at("/interview/regulation.jurisdictions")),
    INTERVIEW_ERROR(
            "main.interview .problems",
            visitor -> visitor.open("/interview/power.priceUsdPerKwh")
                    .type("power.priceUsdPerKwh", "cheap")
                    .press("interview.answer")),
    INTERVIEW_FINISHED("main.interview .verdict", visitor -> {
        visitor.send("/examples/terawulf-2025-08").open("/interview");
        for (int each = 0;
                each < 30 && visitor.page().locator("main.interview .verdict").count() == 0;
                each++) {
            visitor.press("interview.skip");
        }
    }),
    SECTION("main .field", at("/questions/power")),
    SECTION_MARKET("#show-date", at("/questions/market")),
    SECTION_ERRORS(
            ".problems li:nth-child(2)",
            visitor -> visitor.open("/questions/regulation")
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
            visitor -> visitor.send("/examples/iren-2023-08")
                    .send(
                            "/advice/what-if",
                            "question",
                            "power.priceUsdPerKwh",
                            "power.priceUsdPerKwh",
                            visitor.number(0.14))
                    .send("/advice/map", "x", "market.btcPriceUsd", "y", "mining.fleetEfficiencyJPerTh")
                    .open("/advice")),
    SAVED(
            ".recommendation",
            visitor -> visitor.send("/examples/cathedra-2024-09")
                    .send("/assessments")
                    .openNext()),
    SAVED_HISTORY("main.history .effects", visitor -> {
        visitor.send("/examples/cathedra-2024-09")
                .send("/assessments")
                .send("/questions/treasury", "treasury.cashUsd", visitor.number(9_000_000))
                .send("/assessments")
                .openNext()
                .follow("kept.history");
    }),
    MEMO(
            "main.memo .strategies",
            visitor -> visitor.send("/examples/terawulf-2025-08").open("/advice/memo")),
    VERIFY("main input[type=file]", at("/verify")),
    LOGIN("main.login", visitor -> visitor.fromElsewhere().open("/questions/power")),
    LOGIN_FAILED("main.login .problems", visitor -> visitor.fromElsewhere().open("/login?failed")),
    NOT_FOUND("main.failure", at("/nowhere")),
    INTERVIEW_MIDDLE(
            ".standing li:nth-child(2)",
            visitor -> new InterviewRespondent(visitor.open("/interview"))
                    .skip()
                    .answer()
                    .answer()),
    CHECK_ERRORS(
            "main .problems",
            visitor -> visitor.send("/questions/power", "power.energizedMw", "two hundred")
                    .open("/questions/check")),
    ADVICE_ASSUMED(
            ".recommendation",
            visitor -> visitor.send("/questions/company", "company", "").open("/advice")),
    WHAT_IF_ERROR(".problems", visitor -> {
        visitor.send("/examples/iren-2023-08")
                .send("/advice/what-if/question", "question", "power.priceUsdPerKwh")
                .open("/advice")
                .type("power.priceUsdPerKwh", "cheap");
        visitor.page().locator("#what-if-try").click();
    }),
    SAVED_DELETE(
            "main h1",
            visitor -> visitor.send("/examples/cathedra-2024-09")
                    .send("/assessments")
                    .openNext()
                    .follow("kept.delete")),
    REFUSED("main.failure", visitor -> {
        visitor.open("/questions/company");
        visitor.page().locator("main form").evaluate("form => form.enctype = 'multipart/form-data'");
        visitor.press("section.next");
    }),
    SCREENING("main.screening input[type=file]", at("/screening")),
    SCREENING_CHECK("main.screening .listing .open", visitor -> upload(visitor, "MW X,Cash (USD m),power.energizedMw")),
    SCREENING_RESULT(
            "main.screening .listing .open",
            visitor -> upload(visitor, "id,Cash (USD m),power.energizedMw").press("screening.run")),
    PROBLEMS("main section", at("/problems"));

    private final String landmark;
    private final Consumer<BrowserVisitor> steps;

    PageState(String landmark, Consumer<BrowserVisitor> steps) {
        this.landmark = landmark;
        this.steps = steps;
    }

    void show(BrowserVisitor visitor) {
        steps.accept(visitor);
        assertThat(visitor.page().locator(landmark).first()).isVisible();
    }

    /** For file names. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static BrowserVisitor upload(BrowserVisitor visitor, String headers) {
        visitor.open("/screening")
                .page()
                .setInputFiles(
                        "#file",
                        new FilePayload(
                                "mines.csv",
                                "text/csv",
                                (headers + "\nA1,12.5,40\nB2,80,300\nC3,5 EUR,60\n").getBytes(StandardCharsets.UTF_8)));
        return visitor.press("screening.check");
    }

    private static Consumer<BrowserVisitor> at(String path) {
        return visitor -> visitor.open(path);
    }

    private static Consumer<BrowserVisitor> example(String id) {
        return at("/examples/" + id);
    }
}
