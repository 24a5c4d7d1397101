package org.hashwise.assessment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Read-only repository of the editions in a store that is named on the command line. */
public final class EditionLookup {

    private static final String SERVER = "jdbc:postgresql:";
    private static final String QUERY = "select zip from edition where fingerprint = ?";

    private final String place;

    private EditionLookup(String place) {
        this.place = place;
    }

    /**
     * A folder of data, the database file in it, or the address of a PostgreSQL database with user and password as its
     * parameters. Empty when there is nothing.
     */
    public static Optional<EditionLookup> at(String place) {
        if (place.startsWith(SERVER)) {
            return Optional.of(new EditionLookup(place));
        }
        Path path = Path.of(place);
        Path file = Files.isDirectory(path) ? StoreSettings.in(path).file() : path;
        return Files.isRegularFile(file) ? Optional.of(new EditionLookup(file.toString())) : Optional.empty();
    }

    /** Returns whether this is a file. */
    public boolean isFile() {
        return !place.startsWith(SERVER);
    }

    /** @throws StoreUnreadable when the store cannot be read */
    public Optional<byte[]> edition(String fingerprint) {
        if (!isFile()) {
            try (Connection connection = DriverManager.getConnection(place)) {
                return edition(connection, fingerprint);
            } catch (SQLException failure) {
                throw new StoreUnreadable(failure);
            }
        }
        try (Database database = FileDatabase.openToRead(Path.of(place));
                Connection connection = database.reader().getConnection()) {
            return edition(connection, fingerprint);
        } catch (SQLException | RuntimeException failure) {
            throw new StoreUnreadable(failure);
        }
    }

    private static Optional<byte[]> edition(Connection connection, String fingerprint) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, fingerprint);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
            }
        }
    }
}
