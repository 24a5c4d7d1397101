package org.hashwise.command;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code compare}. */
final class CompareArguments extends Arguments {

    enum ComparisonFormat {
        TEXT,
        JSON
    }

    @Parameters(index = "0", arity = "1")
    String before = "";

    @Parameters(index = "1", arity = "1")
    String after = "";

    @Option(names = "--format")
    ComparisonFormat format = ComparisonFormat.TEXT;
}
