package org.hashwise.consultation;

import java.time.Clock;
import java.time.LocalDate;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Situation;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.rulebook.Rulebook;
import tools.jackson.databind.node.ObjectNode;

/** One company on one day, and what a rulebook says about it. */
record Evaluation(Situation situation, Advice advice) {

    /** @throws NoMarketYet when no snapshot is as old as the day */
    static Evaluation of(Rulebook rulebook, Consultation.Request request, Clock clock) {
        Situation situation = situation(rulebook, request, clock);
        return new Evaluation(
                situation, rulebook.advise(situation, request.language()).forCompany(request.company()));
    }

    /** What a receipt is about, with its own market, by the rulebook that it names. */
    static Evaluation of(Rulebook rulebook, ReceiptFields receipt) {
        Answers answers = new AnswersReader(rulebook.questionnaire())
                .read(receipt.answers())
                .answers();
        Situation situation = Situation.of(
                rulebook.questionnaire(), answers, receipt.market(), rulebook.jurisdictions(), receipt.asOf());
        return new Evaluation(
                situation, rulebook.advise(situation, receipt.language()).forCompany(receipt.company()));
    }

    /** @throws NoMarketYet when no snapshot is as old as the day */
    static Situation situation(Rulebook rulebook, Consultation.Request request, Clock clock) {
        LocalDate day = request.asOf() == null ? LocalDate.now(clock) : request.asOf();
        MarketSnapshot market = rulebook.markets().asOf(day).orElseThrow(() -> noMarketYet(rulebook, day));
        return Situation.of(rulebook.questionnaire(), request.answers(), market, rulebook.jurisdictions(), day);
    }

    private static NoMarketYet noMarketYet(Rulebook rulebook, LocalDate day) {
        LocalDate first = rulebook.markets().snapshots().iterator().next().asOf();
        return new NoMarketYet(day, first);
    }

    /** The fields of the receipt but for the hash. */
    ObjectNode fields(ReceiptWriter.Heading heading) {
        return ReceiptWriter.write(heading, situation, advice);
    }

    Receipt receipt(ReceiptWriter.Heading heading) {
        return Receipt.of(fields(heading));
    }
}
