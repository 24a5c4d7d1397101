package org.hashwise.consultation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the program: its name and version, as the build noted them. */
public record ProgramVersion(String name, String version) {

    private static final String NOTES = "/META-INF/build-info.properties";
    private static final ProgramVersion OWN = read();

    /** The version of this program. */
    public static ProgramVersion own() {
        return OWN;
    }

    private static ProgramVersion read() {
        Properties notes = new Properties();
        try (InputStream stream = ProgramVersion.class.getResourceAsStream(NOTES)) {
            if (stream != null) {
                notes.load(stream);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new ProgramVersion(
                notes.getProperty("build.name", "Hashwise"), notes.getProperty("build.version", "unbuilt"));
    }
}
