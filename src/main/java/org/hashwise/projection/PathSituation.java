package org.hashwise.projection;

import org.hashwise.advice.Situation;
import org.hashwise.economics.Operations;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;

/** The situation of a company in a month of a path, as rules see it: the same answers with the market and funds of then. */
final class PathSituation {

    private final Situation start;
    private final Operations operations;

    PathSituation(Situation start, Operations operations) {
        this.start = start;
        this.operations = operations;
    }

    /** The situation of a company in a month; in month 0 the one that the path starts from. */
    Situation at(CompanyPath company, MarketPath market, int month) {
        if (month == 0) {
            return start;
        }
        Situation then = start;
        double price = operations.btcPriceUsd() * market.price()[month];
        then = with(then, "market.btcPriceUsd", price);
        if (start.isAnswered("market.hashpriceUsdPerPhDay")) {
            then = with(then, "market.hashpriceUsdPerPhDay", operations.hashpriceUsd() * market.revenue(month));
        }
        double network = start.number("market.networkHashrateEh");
        then = with(then, "market.networkHashrateEh", network / market.coins()[month]);
        double btc = company.btcHeld()[month];
        then = with(then, "treasury.cashUsd", company.cashUsd()[month]);
        then = with(then, "treasury.btcHeld", btc);
        then = with(then, "treasury.pledgedPercent", btc > 0 ? 100 * company.pledgedBtc()[month] / btc : 0);
        if (operations.debtDueUsd() > 0) {
            int left = operations.debtDueMonth() - month;
            if (left < 0) {
                then = with(then, "treasury.debtUsd", operations.debtUsd() - operations.debtDueUsd());
                then = with(then, "treasury.debtDueIn12MonthsUsd", 0);
            } else {
                then = with(then, "treasury.debtDueInMonths", left);
            }
        }
        return then;
    }

    private static Situation with(Situation situation, String id, double value) {
        Questionnaire questionnaire = situation.questionnaire();
        int position = questionnaire.position(id);
        if (position < 0) {
            return situation;
        }
        Question question = questionnaire.questions().get(position);
        double within = Math.max(question.min(), Math.min(question.max(), value));
        return situation.with(position, new Answer.Number(within));
    }
}
