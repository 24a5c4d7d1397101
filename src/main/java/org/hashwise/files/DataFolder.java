package org.hashwise.files;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The folder in which the program keeps accounts, assessments and temporary files. */
public final class DataFolder {

    /** The folder when the setting is absent. */
    public static final String DEFAULT = "data";

    /** The setting as a placeholder. */
    public static final String SETTING = "${hashwise.data:" + DEFAULT + "}";

    private DataFolder() {}

    /** @param resolver resolves the placeholder of the setting */
    public static Path of(UnaryOperator<String> resolver) {
        return Path.of(resolver.apply(SETTING));
    }
}
