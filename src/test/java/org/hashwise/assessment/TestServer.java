package org.hashwise.assessment;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL for all tests, started by the first one that needs it; each gets a database of its own. */
public final class TestServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServer() {}

    private static final class Running {
        private static final EmbeddedPostgres SERVER = start();

        @SuppressWarnings("resource") // it ends with the program
        private static EmbeddedPostgres start() {
            quietly();
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException gone) {
                        // it ended before us
                    }
                }));
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Without a word about each connection, where no application says what is to be logged. */
    static void quietly() {
        for (String talker : List.of("io.zonky", "com.zaxxer", "org.flywaydb", "org.springframework")) {
            ((Logger) LoggerFactory.getLogger(talker)).setLevel(Level.WARN);
        }
    }

    /** An empty database. */
    public static StoreSettings database() {
        String name = "store" + DATABASES.incrementAndGet();
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new StoreSettings(
                Running.SERVER.getJdbcUrl("postgres", name).replaceFirst("[?].*", ""),
                "postgres",
                "postgres",
                Path.of("target", "never-used"));
    }
}
