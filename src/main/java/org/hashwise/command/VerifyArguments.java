package org.hashwise.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code verify}. */
final class VerifyArguments extends Arguments {

    /** The file with the receipt. */
    @Parameters(arity = "1")
    String receipt = "";

    /** Folders of rules that may be the edition of the receipt. */
    @Option(names = "--rules")
    List<String> rules = new ArrayList<>();

    /** Stores that may have archived its edition. */
    @Option(names = "--data")
    List<String> data = new ArrayList<>();

    @Override
    boolean areConsistent() {
        return Stream.of(List.of(receipt), rules, data).flatMap(List::stream).noneMatch(String::isBlank);
    }
}
