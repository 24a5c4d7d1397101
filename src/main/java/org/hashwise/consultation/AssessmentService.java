package org.hashwise.consultation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hashwise.assessment.Assessment;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.IdempotencyKey;
import org.hashwise.assessment.StoredAssessment;
import org.hashwise.assessment.VersionConflict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Service that stores assessments with the receipt of their advice. Thread-safe. */
@Service
public class AssessmentService {

    private static final int ID_BYTES = 16;

    private final Assessments assessments;
    private final Consultation consultation;
    private final Receipts receipts;
    private final Caller caller;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AssessmentService(
            Assessments assessments, Consultation consultation, Receipts receipts, Caller caller, Clock clock) {
        this.assessments = assessments;
        this.consultation = consultation;
        this.receipts = receipts;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Stores a new assessment.
     *
     * @param key the caller's own name for the request, by which it is known when it is sent again
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    public StoredAssessment save(Consultation.Request request, @Nullable String key) {
        IdempotencyKey retry = key == null ? null : idempotencyKey(request, key);
        Optional<StoredAssessment> before = Optional.ofNullable(retry).flatMap(assessments::earlier);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = now();
        Assessment fresh = new Assessment(
                newId(),
                1,
                caller.name().orElse(null),
                request.company(),
                request.asOf(),
                request.language(),
                request.answers(),
                now,
                now);
        Receipts.Pending pending = receipts.prepare(request, fresh.id(), 1, now);
        return assessments.add(fresh, retry, previous -> pending.after(previous).receipt());
    }

    private IdempotencyKey idempotencyKey(Consultation.Request request, String key) {
        return new IdempotencyKey(caller.name().orElse(""), key, RequestHash.of(request));
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    // As exact as the store keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Stores the next version of an assessment.
     *
     * @param version the one that the change starts from
     * @param edit changes the request of that version into the new one
     * @throws VersionConflict when that is not the current one
     * @throws NoMarketYet when no snapshot is as old as the day
     */
    public StoredAssessment change(String id, int version, UnaryOperator<Consultation.Request> edit) {
        Assessment current = assessments.find(id).assessment();
        if (current.version() != version) {
            throw new VersionConflict(current);
        }
        Consultation.Request request = named(edit.apply(request(current)));
        Assessment next = new Assessment(
                id,
                version + 1,
                current.owner(),
                request.company(),
                request.asOf(),
                request.language(),
                request.answers(),
                current.createdAt(),
                now());
        Receipts.Pending pending = receipts.prepare(request, id, next.version(), next.changedAt());
        return assessments.replace(next, previous -> pending.after(previous).receipt());
    }

    // Answers under a former name of a question are stored under its present name from now on.
    private Consultation.Request named(Consultation.Request request) {
        return new Consultation.Request(
                request.company(),
                request.asOf(),
                request.language(),
                consultation.questionnaire().renames().apply(request.answers()));
    }

    /** The request of an assessment. */
    public static Consultation.Request request(Assessment assessment) {
        return new Consultation.Request(
                assessment.company(), assessment.asOf(), assessment.language(), assessment.answers());
    }
}
