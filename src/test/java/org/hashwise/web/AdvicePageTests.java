package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashwise.InOrder.inOrder;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.SmallReceipts;
import org.hashwise.questionnaire.Language;
import org.hashwise.text.PageText;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class AdvicePageTests extends PageSlice {

    @Test
    void theAdviceAnswersInTheOrderOfItsImportance() {
        assertThat(advice())
                .satisfies(inOrder(
                        "Host some.",
                        "id=\"warnings\"",
                        "class=\"contents\"",
                        "id=\"ranking\"",
                        "id=\"why\"",
                        "id=\"against\"",
                        "id=\"others\"",
                        "id=\"change\"",
                        "id=\"plan\"",
                        "id=\"calendar\"",
                        "id=\"over-time\"",
                        "id=\"costs\"",
                        "id=\"metrics\"",
                        "id=\"jurisdictions\"",
                        "id=\"assumptions\"",
                        "id=\"basis\""));
    }

    @Test
    void everySectionIsInTheContentsAndTheFirstScreenHasMoneyAndTheFirstStep() {
        String page = advice();

        Set<String> headings = Pattern.compile("<h2 id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        headings.removeAll(List.of("warnings", "doubts"));
        Set<String> contents = Pattern.compile("<li><a href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(contents).isEqualTo(headings);
        assertThat(page.substring(page.indexOf("<dl class=\"first\""), page.indexOf("<dl class=\"confidence\"")))
                .contains("falls due in month", "Ask for firm power.", "by month\u00a03");
    }

    @Test
    void theAgeOfTheMarketIsToldWithTheMoveThatIsTypicalForIt() {
        day.is(MARKET_DAY.plusDays(90));

        String page = advice();

        assertThat(page)
                .contains(
                        "at the market of 30\u00a0November\u00a02025 (90\u00a0days old)",
                        "30\u00a0November\u00a02025 (90\u00a0days old)</dd>")
                .containsPattern("The market values are 90.days old. Since then a typical move \\(.* −2\\d to"
                        + " \\+\\d\\d%\\) covers one of the flips below.")
                .contains("from snapshot to snapshot, 30\u00a0June\u00a02024 to 30\u00a0November\u00a02025.")
                .containsOnlyOnce("(within a typical move)");
        assertThat(visitor.read("/advice?lang=fr"))
                .contains("au marché du 30\u00a0novembre\u00a02025 (il y a 90\u00a0jours)")
                .containsPattern(
                        "Les valeurs de marché ont 90.jours. Depuis, une variation typique \\(.*−2\\d à \\+\\d\\d.%\\)"
                                + " atteint une des bascules ci-dessous.");
    }

    @Test
    void freshOrOwnMarketValuesHaveNoTypicalMove() {
        assertThat(advice()).doesNotContain("typical move", "days old");

        day.is(MARKET_DAY.plusDays(90));
        visitor.follow("/questions/market", "market.btcPriceUsd", "80000", "market.networkHashrateEh", "900");
        assertThat(visitor.read("/advice")).contains("(90\u00a0days old)").doesNotContain("typical move");
    }

    @Test
    void onePageIsOneEvaluation() {
        QuestionnaireSession session = QuestionnaireSession.start("alpha0001");
        PageText texts = pageTexts.in(Language.EN);
        AtomicInteger evaluations = new AtomicInteger();
        Consultation counted = new Consultation(RULEBOOKS, SmallReceipts.CLOCK) {
            @Override
            public Evaluation evaluate(Request request) {
                evaluations.incrementAndGet();
                return super.evaluate(request);
            }
        };

        new AdvicePages(counted, new Analyses(RULEBOOKS), new Projections(RULEBOOKS))
                .page(session, SectionEntry.of(counted.questionnaire(), session, texts), texts, List.of());

        assertThat(evaluations).hasValue(1);
    }

    @Test
    void itSaysHowSureItIs() {
        assertThat(advice())
                .satisfies(inOrder("+3</b>", "points over “Title of HOLD”", "Your own answers"))
                .containsOnlyOnce("not investment, legal or tax advice")
                .contains("blocked: a rule of treasury");
    }

    @Test
    void aRunnerUpForWhichNoRuleSpeaksHasNoBestArguments() {
        assertThat(advice())
                .contains("points over “Title of HOLD”")
                .doesNotContain("the runner-up", "No rule speaks for it.");
    }

    @Test
    void aPlaceThatIsGradedByAnotherRowHasItsOwnName() {
        assertThat(advice()).containsPattern("<span>Texas</span>\\s*<code>US-TX</code>");
    }

    @Test
    void everyPageCountsTheSameAnswers() {
        visitor.follow("/questions/mining", "mining.hashrateEh", "12.8");
        visitor.follow("/questions/market", "market.btcPriceUsd", "80000");

        assertThat(visitor.read("/advice")).contains("2 of 43; the others are assumed, computed or from the market");
        assertThat(visitor.read("/questions/check")).contains("2 of 43 questions answered", "2 values are yours");
    }

    @Test
    void evidenceShowsRuleSourceAndWhatWasAssumed() {
        assertThat(advice())
                .contains("A rule of power-access", "The largest site offers 245\u00a0MW.", "strong reason for it")
                .contains("POWER-01 ·\u00a0policy/<wbr>power-access/<wbr>power-access.drl:2", "judgement: a sample")
                .containsPattern("Label of power.largestSiteMw</dt>\\s*<dd><span>245.MW</span>\\s*<a class=\"tag\"")
                .contains("rests on an assumption", "href=\"/questions/power?then=advice#power.contract\"");
    }

    @Test
    void costsAreDrawnBesideThePriceAndToldInATable() {
        assertThat(advice())
                .containsPattern(
                        "<svg class=\"chart\"[^>]* role=\"img\"[^>]* aria-labelledby=\"chart-title chart-description\"")
                .containsPattern("Price USD.90,000/BTC")
                .containsPattern("Cash cost per bitcoin</span>\\s*<small>with site operations");
    }

    @Test
    void theCalendarNamesTheMaturityWithItsMonthAndDrawsEachMonth() {
        assertThat(advice())
                .containsPattern("USD.60.million of debt falls due in month.1, and can be paid")
                .containsPattern("money would run short in month.4")
                .containsPattern("<text[^>]*>USD.60M due</text>")
                .containsPattern("<th scope=\"row\">1</th>\\s*<td class=\"number\">1.6M</td>")
                .contains(
                        "<td class=\"number\">−60.0M</td>",
                        "<td class=\"number\">82.0M</td>",
                        "<span>USD</span></caption>");
    }

    @Test
    void aDebtThatCanBePaidDoesNotHideThatMoneyRunsShortLater() {
        String page = advice();

        assertThat(page.substring(page.indexOf("<dl class=\"first\""), page.indexOf("<dl class=\"confidence\"")))
                .containsPattern(
                        "(?s)falls due in month.1, and can be paid.*At today’s price and network, money runs short in"
                                + " month.6\\.");
        assertThat(page).containsPattern("<text[^>]*>lowest: USD.−261M</text>");
    }

    @Test
    void aStepSaysWhoTakesItByWhenAndWithHowMuch() {
        assertThat(advice())
                .containsPattern("Head of site development · by month.3 · USD.2\\.5.million\\s*"
                        + "<em class=\"tag\">rests on an assumption</em>");
    }

    @Test
    void everyAssumptionLinksToItsQuestion() {
        assertThat(advice())
                .contains(
                        "href=\"/questions/mining?then=advice#mining.poolFeePercent\"",
                        "Because of mining.poolFeePercent")
                .containsPattern("<b>Texas 100%</b>");
    }

    @Test
    void anExampleTellsItsStoryAndWhatTheCompanyDid() {
        assertThat(visitor.follow("/examples/harbour-2024-06")).isEqualTo("/advice");

        assertThat(visitor.read("/advice"))
                .contains("Recommendation</span><span> for Harbour Mining")
                .contains("A miner by the sea.", "It leased everything.", "with nearly all suitable power")
                .contains("We would have waited.", "Harbour Mining, annual report, 2024-\u206006-\u206030")
                .doesNotContain("You have changed answers since");
        assertThat(visitor.read("/questions/mining")).contains("value=\"12.5\"");
    }

    @Test
    void ownAnswersWaitWhileAnExampleIsLookedAt() {
        visitor.follow("/questions/mining", "mining.hashrateEh", "7");
        visitor.follow("/examples/harbour-2024-06");
        visitor.follow("/questions/mining", "mining.hashrateEh", "8");
        assertThat(visitor.read("/advice")).contains("You have changed answers since");

        assertThat(visitor.follow("/examples/leave")).isEqualTo("/questions/check");
        assertThat(visitor.read("/questions/mining")).contains("value=\"7\"");
    }

    @Test
    void anExampleCanBeLinked() {
        assertThat(visitor.open("/examples/harbour-2024-06").getResponse().getRedirectedUrl())
                .isEqualTo("/advice");
        assertThat(visitor.read("/advice")).contains("Harbour Mining");
    }

    @Test
    void anUnknownExampleIsNotFound() {
        assertThat(visitor.send("/examples/nobody")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void pagesAreKeptPrivate() {
        var response = visitor.open("/").getResponse();

        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    private String advice() {
        visitor.follow("/questions/mining", "mining.hashrateEh", "12.8");
        return visitor.read("/advice");
    }
}
