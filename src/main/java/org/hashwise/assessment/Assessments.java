package org.hashwise.assessment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The repository of assessments. What a method that changes something returned from survives a crash. Thread-safe.
 *
 * <p>Every method throws {@link StoreUnavailable} when the store cannot do it.
 */
public final class Assessments {

    /**
     * One page of the assessments of an owner, the oldest first.
     *
     * @param next where the following part begins; null when this is the last one
     */
    public record Page(
            List<Assessment> assessments, @Nullable String next) {}

    private static final int AT_ONCE = 100;

    private final Store store;
    private final Clock clock;

    public Assessments(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps a new one, unless the key says that this has been done.
     *
     * @param factory of its receipt, from the hash of the link of the chain before it, null for the first one; the chain is locked
     *     meanwhile, so it has to be quick
     * @throws IdempotencyKeyConflict when the key came with another request
     * @throws AssessmentNotFound when the assessment of the key was deleted
     */
    public StoredAssessment add(
            Assessment assessment, @Nullable IdempotencyKey key, Function<@Nullable String, Receipt> factory) {
        return store.write(jdbc -> {
            Chain chain = Chain.lock(jdbc);
            // Looked up after the lock is taken, so that of two at once the second finds what the first did.
            Optional<StoredAssessment> before = key == null ? Optional.empty() : IdempotencyKeys.earlier(jdbc, key);
            if (before.isPresent()) {
                return before.get();
            }
            Rows.insert(jdbc, assessment);
            Receipt receipt = chain.issue(assessment, factory);
            Rows.insert(jdbc, assessment.id(), assessment.version(), receipt);
            if (key != null) {
                IdempotencyKeys.keep(jdbc, key, assessment);
            }
            return new StoredAssessment(assessment, receipt);
        });
    }

    /**
     * The result of an earlier request with this key, as it was then.
     *
     * @throws IdempotencyKeyConflict when the key came with another request
     * @throws AssessmentNotFound when the assessment of the key was deleted
     */
    public Optional<StoredAssessment> earlier(IdempotencyKey key) {
        return store.read(jdbc -> IdempotencyKeys.earlier(jdbc, key));
    }

    /**
     * Keeps the next version.
     *
     * @throws VersionConflict when its version does not follow the current one
     * @throws AssessmentNotFound when there is none with this id
     */
    public StoredAssessment replace(Assessment next, Function<@Nullable String, Receipt> factory) {
        return store.write(jdbc -> {
            Chain chain = Chain.lock(jdbc);
            if (!Rows.update(jdbc, next, next.version() - 1)) {
                throw new VersionConflict(found(jdbc, next.id()));
            }
            Receipt receipt = chain.issue(next, factory);
            Rows.insert(jdbc, next.id(), next.version(), receipt);
            return new StoredAssessment(next, receipt);
        });
    }

    private static Assessment found(JdbcClient jdbc, String id) {
        return Rows.find(jdbc, id).orElseThrow(() -> new AssessmentNotFound(Rows.forgotten(jdbc, id)));
    }

    /** @throws AssessmentNotFound when there is none with this id */
    public StoredAssessment find(String id) {
        // Both as of one moment: between two looks it could get a new version.
        return store.snapshot(jdbc -> {
            Assessment assessment = found(jdbc, id);
            return new StoredAssessment(assessment, receipt(jdbc, id, assessment.version()));
        });
    }

    /**
     * The id of the assessment that is read by this {@link ReadToken}.
     *
     * @throws AssessmentNotFound when there is none, or it was deleted
     */
    public String idOf(String token) {
        return store.read(jdbc -> Rows.idOf(jdbc, token)).orElseThrow(() -> new AssessmentNotFound(false));
    }

    /**
     * The receipt of one version.
     *
     * @throws AssessmentNotFound when there is none
     */
    public Receipt receipt(String id, int version) {
        return store.snapshot(jdbc -> receipt(jdbc, id, version));
    }

    private static Receipt receipt(JdbcClient jdbc, String id, int version) {
        return Rows.receipt(jdbc, id, version).orElseThrow(() -> new AssessmentNotFound(Rows.forgotten(jdbc, id)));
    }

    /** @param cursor where the part begins; null for the beginning; one that we never gave begins there too */
    public Page of(String owner, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor);
        List<Assessment> found = store.read(jdbc -> jdbc.sql(Rows.SELECT + """
                        where owner = ? and (created_at > ? or created_at = ? and id > ?)
                        order by created_at, id limit ?""")
                .params(owner, after.createdAt(), after.createdAt(), after.id(), limit + 1)
                .query(Rows::assessment)
                .list());
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        return new Page(found.subList(0, limit), Cursor.at(found.get(limit - 1)).write());
    }

    /**
     * Removes answers and receipts for good; that there was something stays in the chain.
     *
     * @throws AssessmentNotFound when there is none with this id
     */
    public void forget(String id, DeletionReason why) {
        store.write(jdbc -> {
            Chain chain = Chain.lock(jdbc);
            Assessment assessment = found(jdbc, id);
            jdbc.sql("delete from assessment where id = ?").param(id).update();
            jdbc.sql("delete from receipt where assessment = ?").param(id).update();
            IdempotencyKeys.forget(jdbc, id);
            chain.forget(id, assessment.version(), why, clock.instant());
            return true;
        });
        store.flush();
    }

    /** The receipt of the newest version; empty when there is no such assessment. */
    public Optional<Receipt> newest(String assessment) {
        return store.read(
                jdbc -> jdbc.sql("""
                        select r.body, r.hash from receipt r
                        join assessment a on a.id = r.assessment and a.version = r.version where a.id = ?""").param(assessment).query(Rows::receipt).optional());
    }

    /** Empty when there is no such assessment, or it has no such version. */
    public Optional<Receipt> version(String assessment, int version) {
        return store.read(jdbc -> Rows.receipt(jdbc, assessment, version));
    }

    /**
     * Visits the newest receipt of every assessment, in the order of creation, without holding them all.
     *
     * @param owner whose assessments; null for all that are kept
     */
    public void eachNewest(@Nullable String owner, Consumer<Receipt> visitor) {
        Cursor after = Cursor.read(null);
        List<Assessment> part;
        do {
            part = after(after, owner);
            for (Assessment assessment : part) {
                // One that is deleted meanwhile is passed over.
                newest(assessment.id()).ifPresent(visitor);
                after = Cursor.at(assessment);
            }
        } while (part.size() == AT_ONCE);
    }

    private List<Assessment> after(Cursor after, @Nullable String owner) {
        String whose = owner == null ? "" : "owner = ? and ";
        return store.read(jdbc -> {
            JdbcClient.StatementSpec query = jdbc.sql(Rows.SELECT + "where " + whose
                    + "(created_at > ? or created_at = ? and id > ?) order by created_at, id limit " + AT_ONCE);
            query = owner == null ? query : query.param(owner);
            return query.param(after.createdAt())
                    .param(after.createdAt())
                    .param(after.id())
                    .query(Rows::assessment)
                    .list();
        });
    }

    /** Returns whether a text can be the {@link Page#next} of a page. */
    public static boolean isCursor(String text) {
        return Cursor.is(text);
    }
}
