package org.hashwise.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code backup}: the file, and settings that say where the store is. */
class StoreArguments extends SettingsArguments {

    @Parameters(arity = "1")
    Path file = Path.of("");

    /** Returns whether what is stored may be replaced. */
    boolean force() {
        return false;
    }

    /** The arguments of {@code restore}. */
    static final class Restore extends StoreArguments {

        @Option(names = "--force")
        private boolean force;

        @Override
        boolean force() {
            return force;
        }
    }
}
