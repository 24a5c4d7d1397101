package org.hashwise.assessment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Copy of all rows of all tables from one database to another with the same schema, in the open transactions. */
final class TableCopy {

    private static final int AT_ONCE = 200;

    private final Connection from;
    private final Connection to;

    private TableCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /** Replaces the contents of the target. */
    static void between(DataSource from, DataSource to) {
        Connection source = DataSourceUtils.getConnection(from);
        Connection target = DataSourceUtils.getConnection(to);
        try {
            new TableCopy(source, target).all();
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("copy", failure);
        } finally {
            DataSourceUtils.releaseConnection(source, from);
            DataSourceUtils.releaseConnection(target, to);
        }
    }

    private void all() throws SQLException {
        // One transaction for all rows, or SQLite would synchronise the disk after each.
        boolean own = to.getAutoCommit();
        if (own) {
            to.setAutoCommit(false);
        }
        for (String table : tables()) {
            copy(table);
        }
        if (own) {
            to.setAutoCommit(true);
        }
    }

    /** All but the history of the schema, which each database has of its own. */
    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found =
                from.getMetaData().getTables(from.getCatalog(), from.getSchema(), "%", new String[] {"TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!name.startsWith("flyway_") && !name.startsWith("sqlite_")) {
                    tables.add(name);
                }
            }
        }
        Collections.sort(tables);
        return tables;
    }

    private void copy(String table) throws SQLException {
        try (Statement clearing = to.createStatement();
                Statement reading = from.createStatement()) {
            clearing.executeUpdate("delete from " + table);
            reading.setFetchSize(AT_ONCE);
            try (ResultSet rows = reading.executeQuery("select * from " + table)) {
                insert(table, rows);
            }
        }
    }

    private void insert(String table, ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnName(column));
        }
        String sql = "insert into " + table + " (" + String.join(", ", names) + ") values ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
        try (PreparedStatement inserting = to.prepareStatement(sql)) {
            int waiting = 0;
            while (rows.next()) {
                for (int column = 1; column <= names.size(); column++) {
                    inserting.setObject(column, rows.getObject(column));
                }
                inserting.addBatch();
                if (++waiting == AT_ONCE) {
                    inserting.executeBatch();
                    waiting = 0;
                }
            }
            inserting.executeBatch();
        }
    }
}
