package org.hashwise.consultation;

import java.time.Instant;
import java.time.LocalDate;
import org.hashwise.advice.Advice;
import org.hashwise.assessment.Receipt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Receipts of what a {@link FakeConsultation} advises, with an empty market. */
public class PlainReceipts implements Receipts {

    private static final JsonMapper JSON = new JsonMapper();

    private final Consultation consultation;
    private final Wording wording;
    private volatile @Nullable ProjectionDocument projection;

    PlainReceipts(Consultation consultation, Wording wording) {
        this.consultation = consultation;
        this.wording = wording;
    }

    /** Receipts from now on hold this projection; null for none. */
    public void project(@Nullable ProjectionDocument months) {
        projection = months;
    }

    @Override
    public Pending prepare(Consultation.Request request, String assessment, int version, Instant at) {
        Evaluation evaluation = consultation.evaluate(request);
        Advice advice = evaluation.advice();
        LocalDate asOf = request.asOf() == null ? FakeConsultation.MARKET_DAY : request.asOf();
        ObjectNode fields = JSON.createObjectNode();
        fields.put("format", Receipt.FORMAT);
        fields.put("assessment", assessment);
        fields.put("version", version);
        fields.put("issuedAt", at.toString());
        fields.put("company", request.company());
        fields.put("asOf", asOf.toString());
        fields.put("language", request.language().code());
        fields.set("answers", JSON.valueToTree(Plain.map(request.answers().byId())));
        fields.set("assumptions", JSON.createObjectNode());
        ObjectNode market = fields.putObject("market");
        market.put("asOf", evaluation.market().asOf().toString());
        market.putObject("indicators");
        fields.put("rulebook", advice.edition());
        fields.set("engine", JSON.createObjectNode().put("name", "Hashwise").put("version", "0"));
        fields.set("advice", JSON.valueToTree(AdviceDocument.of(advice, wording)));
        if (projection != null) {
            fields.set("projection", JSON.valueToTree(projection));
        }
        return new Pending() {
            @Override
            public Advice advice() {
                return advice;
            }

            @Override
            public Issued after(@Nullable String previous) {
                ObjectNode whole = fields.deepCopy();
                whole.put("previous", previous);
                return new Issued(advice, Receipt.of(whole));
            }
        };
    }

    @Override
    public Verification reissue(Receipt receipt) {
        return verify(receipt);
    }

    @Override
    public Verification verify(Receipt receipt) {
        var fields = receipt.json();
        String day = fields.path("asOf").asString();
        var answers = new org.hashwise.questionnaire.AnswersReader(consultation.questionnaire())
                .read(JSON.convertValue(
                        fields.path("answers"),
                        new tools.jackson.core.type.TypeReference<java.util.Map<String, Object>>() {}))
                .answers();
        Consultation.Request request = new Consultation.Request(
                fields.path("company").asString(),
                LocalDate.parse(day),
                org.hashwise.questionnaire.Language.ofCode(
                                fields.path("language").asString())
                        .orElseThrow(),
                answers);
        Receipt again = prepare(
                        request,
                        fields.path("assessment").asString(),
                        fields.path("version").asInt(),
                        Instant.parse(fields.path("issuedAt").asString()))
                .after(
                        fields.path("previous").isNull()
                                ? null
                                : fields.path("previous").asString())
                .receipt();
        boolean same = again.hash().equals(receipt.hash());
        return new Verification(same, true, null, Verification.Found.IN_FORCE, "", "", "");
    }
}
