package org.hashwise.assessment;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * An opened database, at the newest schema.
 *
 * @param writer the connections that may change something
 * @param reader those that only read
 */
record Database(HikariDataSource writer, HikariDataSource reader) implements AutoCloseable {

    static Database open(StoreSettings settings) {
        return settings.isServer() ? ServerDatabase.open(settings) : FileDatabase.open(settings.file());
    }

    /** Brings a database to the newest schema. */
    static void migrate(DataSource source) {
        org.flywaydb.core.Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .javaMigrations(new ReadTokenMigration())
                .load()
                .migrate();
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
