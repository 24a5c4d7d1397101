package org.hashwise.consultation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Situation;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writer of the fields of a receipt from an evaluation. */
final class ReceiptWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private ReceiptWriter() {}

    /**
     * The fields of a receipt beside the evaluation.
     *
     * @param engine version of the program that evaluated
     */
    record Heading(
            String assessment,
            int version,
            Instant issuedAt,
            @Nullable String previous,
            ProgramVersion engine) {}

    /** The fields but for the hash. */
    static ObjectNode write(Heading heading, Evaluation evaluation) {
        Situation situation = evaluation.situation();
        Advice advice = evaluation.advice();
        Questionnaire questionnaire = evaluation.questionnaire();
        ObjectNode fields = JSON.createObjectNode();
        fields.put("format", Receipt.FORMAT);
        fields.put("assessment", heading.assessment());
        fields.put("version", heading.version());
        fields.put("issuedAt", heading.issuedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        fields.put("previous", heading.previous());
        fields.put("company", evaluation.request().company());
        fields.put("asOf", situation.asOf().toString());
        fields.put("language", advice.language().code());
        fields.set("answers", JSON.valueToTree(situation.answers().toPlain()));
        SortedMap<String, Object> assumptions = new TreeMap<>();
        advice.assumptions().forEach(assumption -> assumptions.put(assumption.id(), assumption.value()));
        fields.set("assumptions", JSON.valueToTree(assumptions));
        fields.set("market", market(evaluation.market(), questionnaire, advice.language()));
        fields.put("rulebook", evaluation.edition());
        fields.set("engine", JSON.valueToTree(heading.engine()));
        fields.set("advice", JSON.valueToTree(AdviceDocument.of(advice, Wording.own(questionnaire))));
        return fields;
    }

    /** Adds the months to come, which receipts of earlier releases do not have. */
    static void addProjection(ObjectNode fields, ProjectionDocument projection) {
        fields.set(ReceiptFields.PROJECTION, JSON.valueToTree(projection));
    }

    private static ObjectNode market(MarketSnapshot snapshot, Questionnaire questionnaire, Language language) {
        ObjectNode market = JSON.createObjectNode();
        market.put("asOf", snapshot.asOf().toString());
        ObjectNode indicators = market.putObject("indicators");
        for (Map.Entry<String, MarketSnapshot.Indicator> entry :
                snapshot.indicators().entrySet()) {
            ObjectNode indicator = indicators.putObject(entry.getKey());
            indicator.put("value", entry.getValue().value());
            indicator.put(
                    "unit",
                    questionnaire.question(entry.getKey()).map(Question::unit).orElse(""));
            indicator.put("source", entry.getValue().source().in(language));
        }
        return market;
    }
}
