package org.hashwise.assessment;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The repository of idempotency keys. */
final class IdempotencyKeys {

    // Replaces the hash of a request whose assessment was deleted.
    private static final String FORGOTTEN = "";

    private IdempotencyKeys() {}

    private record StoredKey(String request, String assessment) {}

    static Optional<StoredAssessment> earlier(JdbcClient jdbc, IdempotencyKey key) {
        Optional<StoredKey> known = jdbc.sql("select request, assessment from retry_key where caller = ? and name = ?")
                .params(key.caller(), key.name())
                .query((row, number) -> new StoredKey(row.getString("request"), row.getString("assessment")))
                .optional();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        String request = known.get().request();
        if (request.equals(FORGOTTEN)) {
            throw new AssessmentNotFound(true);
        }
        if (!request.equals(key.request())) {
            throw new IdempotencyKeyConflict();
        }
        String id = known.get().assessment();
        Assessment assessment = Rows.find(jdbc, id).orElseThrow(() -> new AssessmentNotFound(true));
        Receipt first = Rows.receipt(jdbc, id, 1).orElseThrow(() -> new AssessmentNotFound(true));
        return Optional.of(new StoredAssessment(assessment, first));
    }

    static void keep(JdbcClient jdbc, IdempotencyKey key, Assessment assessment) {
        jdbc.sql("insert into retry_key (caller, name, request, assessment, created_at) values (?, ?, ?, ?, ?)")
                .params(
                        key.caller(),
                        key.name(),
                        key.request(),
                        assessment.id(),
                        assessment.createdAt().toEpochMilli())
                .update();
    }

    // A hash of few answers could be found by trying; the key itself stays, so that nothing is made anew by it.
    static void forget(JdbcClient jdbc, String assessment) {
        jdbc.sql("update retry_key set request = ? where assessment = ?")
                .params(FORGOTTEN, assessment)
                .update();
    }

    static void removeBefore(JdbcClient jdbc, Instant instant) {
        jdbc.sql("delete from retry_key where created_at < ?")
                .param(instant.toEpochMilli())
                .update();
    }
}
