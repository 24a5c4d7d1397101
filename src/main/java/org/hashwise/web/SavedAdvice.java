package org.hashwise.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hashwise.advice.Evidence;
import org.hashwise.assessment.StoredAssessment;
import org.hashwise.consultation.AdviceDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An advice as it stands in its receipt: what was said then, in the language of then, whatever the rules say today.
 *
 * @param answers with the names that questions and choices have now
 * @param savedOn the day, by universal time
 * @param hash of the receipt
 */
record SavedAdvice(AdviceDocument advice, List<Line> answers, LocalDate asOf, LocalDate savedOn, String hash) {

    private static final JsonMapper JSON = new JsonMapper();

    /** One answer. */
    record Line(String label, String value) {}

    static SavedAdvice of(StoredAssessment kept, PageText words) {
        JsonNode receipt = kept.receipt().json();
        Instant changedAt = kept.assessment().changedAt();
        return new SavedAdvice(
                JSON.treeToValue(receipt.path("advice"), AdviceDocument.class),
                kept.assessment().answers().byId().entrySet().stream()
                        .map(answer -> new Line(
                                words.label(answer.getKey()), words.exactly(answer.getKey(), answer.getValue())))
                        .toList(),
                LocalDate.parse(receipt.path("asOf").stringValue("")),
                LocalDate.ofInstant(changedAt, ZoneOffset.UTC),
                kept.receipt().hash());
    }

    public AdviceDocument.Recommended recommendation() {
        return advice.recommendation();
    }

    /** The doubts about the answers; none in receipts of editions that raised none. */
    public List<AdviceDocument.DoubtItem> doubts() {
        List<AdviceDocument.DoubtItem> doubts = advice.doubts();
        return doubts == null ? List.of() : doubts;
    }

    /** Days from the market snapshot to the day of the advice. */
    public long marketAgeDays() {
        return ChronoUnit.DAYS.between(advice.market().asOf(), asOf);
    }

    /** What spoke for what was recommended. */
    public List<AdviceDocument.EvidenceItem> supporting() {
        return evidence(Evidence.Direction.FOR);
    }

    /** What spoke against it. */
    public List<AdviceDocument.EvidenceItem> opposing() {
        return evidence(Evidence.Direction.AGAINST);
    }

    private List<AdviceDocument.EvidenceItem> evidence(Evidence.Direction direction) {
        return advice.evidence().stream()
                .filter(item -> item.strategy() == advice.recommendation().strategy())
                .filter(item -> item.direction() == direction)
                .toList();
    }
}
