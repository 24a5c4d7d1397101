package org.hashwise.assessment;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import org.hashwise.assessment.ChainReport.Fault;
import org.hashwise.assessment.ChainReport.FaultType;
import org.hashwise.questionnaire.CompanyName;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Consistency of the store with a valid chain: records without a link, and answers that are not those of their
 * receipt.
 */
final class ConsistencyCheck {

    private static final int AT_ONCE = 200;

    private ConsistencyCheck() {}

    static Optional<Fault> first(JdbcClient jdbc) {
        return one(jdbc, FaultType.ADDED, """
                        select r.assessment as id, r.version as version from receipt r
                        left join chain_link l on l.assessment = r.assessment and l.version = r.version
                            and l.kind <> 'FORGOTTEN'
                        where l.position is null order by r.assessment, r.version limit 1""")
                .or(() -> one(jdbc, FaultType.MISSING, """
                        select r.assessment as id, max(r.version) as version from receipt r
                        left join assessment a on a.id = r.assessment
                        where a.id is null group by r.assessment order by r.assessment limit 1"""))
                .or(() -> one(jdbc, FaultType.ADDED, """
                        select a.id as id, a.version as version from assessment a
                        left join receipt r on r.assessment = a.id and r.version = a.version
                        where r.version is null order by a.id limit 1"""))
                .or(() -> altered(jdbc));
    }

    private static Optional<Fault> one(JdbcClient jdbc, FaultType kind, String query) {
        return jdbc.sql(query)
                .query((row, number) -> new Fault(kind, 0, row.getString("id"), row.getInt("version")))
                .optional();
    }

    private static Optional<Fault> altered(JdbcClient jdbc) {
        String last = "";
        List<Fault> part;
        do {
            part = jdbc.sql("select id, version from assessment where id > ? order by id limit " + AT_ONCE)
                    .param(last)
                    .query((row, number) -> new Fault(FaultType.ALTERED, 0, row.getString("id"), row.getInt("version")))
                    .list();
            for (Fault suspect : part) {
                last = suspect.assessment();
                if (!isRecorded(jdbc, suspect) || !hasItsToken(jdbc, suspect) || !isReadable(jdbc, suspect)) {
                    return Optional.of(suspect);
                }
            }
        } while (part.size() == AT_ONCE);
        return Optional.empty();
    }

    // Links of the first format say nothing of the record.
    private static boolean isRecorded(JdbcClient jdbc, Fault suspect) {
        String id = suspect.assessment();
        return jdbc
                .sql(ChainLink.SELECT
                        + "where l.assessment = ? and l.version = ? and l.kind <> 'FORGOTTEN' order by l.position desc")
                .params(id, suspect.version())
                .query(ChainLink::of)
                .list()
                .stream()
                .findFirst()
                .map(link -> new LinkVerifier(link).field("record"))
                .map(record -> record.equals(Rows.hash(jdbc, id).orElse("")))
                .orElse(true);
    }

    private static boolean hasItsToken(JdbcClient jdbc, Fault suspect) {
        return Rows.idOf(jdbc, ReadToken.of(suspect.assessment()))
                .filter(suspect.assessment()::equals)
                .isPresent();
    }

    private static boolean isReadable(JdbcClient jdbc, Fault suspect) {
        try {
            Assessment assessment = Rows.find(jdbc, suspect.assessment()).orElseThrow();
            return agree(
                    assessment,
                    Rows.receipt(jdbc, assessment.id(), assessment.version())
                            .orElseThrow()
                            .json());
        } catch (DateTimeException | JacksonException nonsense) {
            return false;
        }
    }

    /** Returns whether an assessment says what its receipt says. */
    static boolean agree(Assessment assessment, JsonNode receipt) {
        String company = receipt.path("company").stringValue(null);
        // Receipts of earlier times may hold names with invisible characters, which are not taken over.
        boolean named = company != null
                && (assessment.company().equals(company) || assessment.company().equals(CompanyName.of(company)));
        return named
                && assessment.language().code().equals(receipt.path("language").stringValue(null))
                && AnswersJson.write(assessment.answers()).equals(CanonicalJson.of(receipt.path("answers")));
    }
}
