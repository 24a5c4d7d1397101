package org.hashwise.assessment;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** The store in a PostgreSQL database, which several instances may share. */
final class ServerDatabase {

    private static final int CONNECTIONS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private ServerDatabase() {}

    static Database open(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        // A server that was cut off must not hold a request for ever.
        config.addDataSourceProperty("connectTimeout", PATIENCE.toSeconds());
        config.addDataSourceProperty("socketTimeout", PATIENCE.multipliedBy(6).toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        // A message that quotes a row would write confidential values to the log.
        config.addDataSourceProperty("logServerErrorDetail", false);
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Database.migrate(pool);
            return new Database(pool, pool);
        } catch (RuntimeException | Error failure) {
            pool.close();
            throw failure;
        }
    }
}
