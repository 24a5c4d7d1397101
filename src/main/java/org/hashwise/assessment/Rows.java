package org.hashwise.assessment;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Assessments and receipts as rows. */
final class Rows {

    static final String SELECT = "select id, version, owner, company, as_of, language, answers, created_at, changed_at "
            + "from assessment ";

    private static final JsonMapper JSON = new JsonMapper();

    private Rows() {}

    static Assessment assessment(ResultSet row, int number) throws SQLException {
        String day = row.getString("as_of");
        return new Assessment(
                row.getString("id"),
                row.getInt("version"),
                row.getString("owner"),
                row.getString("company"),
                day == null ? null : LocalDate.parse(day),
                Language.ofCode(row.getString("language")).orElse(Language.EN),
                AnswersJson.read(row.getString("answers")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    /** Hash of the row of an assessment, column by column as it is stored. */
    static Optional<String> hash(JdbcClient jdbc, String id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, number) -> {
                    ObjectNode columns = JSON.createObjectNode();
                    ResultSetMetaData names = row.getMetaData();
                    for (int column = 1; column <= names.getColumnCount(); column++) {
                        columns.put(names.getColumnLabel(column), row.getString(column));
                    }
                    return CanonicalJson.hash(columns);
                })
                .optional();
    }

    static Optional<Assessment> find(JdbcClient jdbc, String id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(Rows::assessment)
                .optional();
    }

    /** The id of the assessment with this {@link ReadToken}. */
    static Optional<String> idOf(JdbcClient jdbc, String token) {
        return jdbc.sql("select id from assessment where read_token_hash = ?")
                .param(ReadToken.hash(token))
                .query(String.class)
                .optional();
    }

    static void insert(JdbcClient jdbc, Assessment assessment) {
        List<@Nullable Object> values = Arrays.asList(
                assessment.id(),
                assessment.version(),
                assessment.owner(),
                assessment.company(),
                day(assessment),
                assessment.language().code(),
                AnswersJson.write(assessment.answers()),
                assessment.createdAt().toEpochMilli(),
                assessment.changedAt().toEpochMilli(),
                ReadToken.hash(ReadToken.of(assessment.id())));
        jdbc.sql("""
                        insert into assessment
                        (id, version, owner, company, as_of, language, answers, created_at, changed_at, read_token_hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(values).update();
    }

    /** Replaces the previous version of an assessment; false when the stored version is another one. */
    static boolean update(JdbcClient jdbc, Assessment next, int before) {
        List<@Nullable Object> values = Arrays.asList(
                next.version(),
                next.company(),
                day(next),
                next.language().code(),
                AnswersJson.write(next.answers()),
                next.changedAt().toEpochMilli(),
                next.id(),
                before);
        return jdbc.sql("""
                        update assessment
                        set version = ?, company = ?, as_of = ?, language = ?, answers = ?, changed_at = ?
                        where id = ? and version = ?""").params(values).update() == 1;
    }

    private static @Nullable String day(Assessment assessment) {
        LocalDate day = assessment.asOf();
        return day == null ? null : day.toString();
    }

    static void insert(JdbcClient jdbc, String assessment, int version, Receipt receipt) {
        jdbc.sql("insert into receipt (assessment, version, hash, body) values (?, ?, ?, ?)")
                .params(assessment, version, receipt.hash(), receipt.body())
                .update();
    }

    static Optional<Receipt> receipt(JdbcClient jdbc, String assessment, int version) {
        return jdbc.sql("select body, hash from receipt where assessment = ? and version = ?")
                .params(assessment, version)
                .query(Rows::receipt)
                .optional();
    }

    static Receipt receipt(ResultSet row, int number) throws SQLException {
        return new Receipt(row.getString("body"), row.getString("hash"));
    }

    /** Returns whether there once was one with this id. */
    static boolean forgotten(JdbcClient jdbc, String id) {
        return jdbc.sql("select count(*) from chain_link where assessment = ? and kind = 'FORGOTTEN'")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
