package org.hashwise.assessment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** Schema version 2: the hash of the {@link ReadToken} of each assessment, also of those already stored. */
final class ReadTokenMigration implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2");
    }

    @Override
    public String getDescription() {
        return "read tokens";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("alter table assessment add column read_token_hash varchar(64)");
        }
        try (Statement reading = connection.createStatement();
                ResultSet ids = reading.executeQuery("select id from assessment");
                PreparedStatement writing =
                        connection.prepareStatement("update assessment set read_token_hash = ? where id = ?")) {
            while (ids.next()) {
                String id = ids.getString("id");
                writing.setString(1, ReadToken.hash(ReadToken.of(id)));
                writing.setString(2, id);
                writing.addBatch();
            }
            writing.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("create unique index assessment_by_read_token on assessment (read_token_hash)");
        }
    }
}
