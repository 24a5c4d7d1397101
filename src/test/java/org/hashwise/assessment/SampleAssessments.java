package org.hashwise.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Assessments of a made-up company, with receipts that say of the advice only that there was some. */
final class SampleAssessments {

    static final Instant NOW = Instant.parse("2025-12-01T10:00:00.123Z");

    /** The fingerprint of the edition that all their receipts name. */
    static final String RULEBOOK = "sha256:rules";

    private static final Random RANDOM = new Random(7);
    private static final JsonMapper JSON = new JsonMapper();

    private SampleAssessments() {}

    static Assessment assessment(String company) {
        return assessment(company, null, NOW);
    }

    static synchronized Assessment assessment(String company, String owner, Instant at) {
        byte[] id = new byte[16];
        RANDOM.nextBytes(id);
        return new Assessment(
                HexFormat.of().formatHex(id),
                1,
                owner,
                company,
                LocalDate.of(2025, 11, 30),
                Language.FR,
                Answers.of(Map.of(
                        "mining.hashrateEh", new Answer.Number(12.8),
                        "power.contract", new Answer.Choice("FIXED"),
                        "company.listed", new Answer.YesNo(true),
                        "regulation.jurisdictions",
                                new Answer.Shares(new TreeMap<>(Map.of("US-NY", 40.0, "US-TX", 60.0))))),
                at,
                at);
    }

    static Assessment next(Assessment before, double hashrate) {
        return new Assessment(
                before.id(),
                before.version() + 1,
                before.owner(),
                before.company(),
                before.asOf(),
                before.language(),
                before.answers().with("mining.hashrateEh", new Answer.Number(hashrate)),
                before.createdAt(),
                before.changedAt().plusSeconds(60));
    }

    /** Stores an assessment the way it was done before links had a body of their own. */
    static StoredAssessment asInFormatOne(Store store, String company) {
        Assessment assessment = assessment(company);
        return store.write(jdbc -> {
            Rows.insert(jdbc, assessment);
            String head =
                    jdbc.sql("select hash from chain_head").query(String.class).single();
            Receipt receipt = signing(assessment).apply(head);
            Rows.insert(jdbc, assessment.id(), 1, receipt);
            jdbc.sql("""
                            insert into chain_link (position, kind, assessment, version, previous, hash, body)
                            select position + 1, 'ISSUED', ?, 1, hash, ?, null from chain_head""").params(assessment.id(), receipt.hash()).update();
            jdbc.sql("update chain_head set position = position + 1, hash = ?")
                    .param(receipt.hash())
                    .update();
            return new StoredAssessment(assessment, receipt);
        });
    }

    static Function<@Nullable String, Receipt> signing(Assessment assessment) {
        return previous -> {
            ObjectNode fields = JSON.createObjectNode();
            fields.put("format", 1);
            fields.put("assessment", assessment.id());
            fields.put("version", assessment.version());
            fields.put("previous", previous);
            fields.put("company", assessment.company());
            fields.put("language", assessment.language().code());
            fields.set("answers", AnswersJson.node(assessment.answers()));
            fields.put("rulebook", RULEBOOK);
            fields.putObject("advice").put("score", 2.5);
            return Receipt.of(fields);
        };
    }
}
