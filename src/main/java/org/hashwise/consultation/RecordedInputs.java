package org.hashwise.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Renames;
import org.hashwise.rulebook.Rulebook;

/**
 * The recorded answers and market of a receipt, migrated to the names of a given edition.
 *
 * @param answers by question id, as in receipts
 * @param renames the newest that are known
 */
record RecordedInputs(Map<String, Object> answers, MarketSnapshot market, LocalDate asOf, Renames renames) {

    /**
     * The same by one edition.
     *
     * @param renamed answers that it knows by another name
     * @param dropped ids of answers that it does not take
     */
    record MigratedInputs(Evaluation evaluation, List<Renames.Renamed> renamed, List<String> dropped) {}

    MigratedInputs by(Rulebook rulebook) {
        Questionnaire questionnaire = rulebook.questionnaire();
        List<Renames.Renamed> renamed = new ArrayList<>();
        AnswersResult reading = new AnswersReader(questionnaire).read(renames.fit(answers, questionnaire, renamed));
        MarketSnapshot fitting =
                new MarketSnapshot(market.asOf(), renames.fit(market.indicators(), questionnaire, new ArrayList<>()));
        Consultation.Request request = new Consultation.Request("", asOf, Language.EN, reading.answers());
        Evaluation evaluation = Evaluation.of(rulebook, request, fitting, asOf);
        List<String> dropped =
                reading.problems().stream().map(Problem::id).distinct().toList();
        return new MigratedInputs(evaluation, List.copyOf(renamed), dropped);
    }
}
