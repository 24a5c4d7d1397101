package org.hashwise.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code market}. */
final class MarketArguments extends SettingsArguments {

    enum MarketAction {
        IMPORT,
        SHOW,
        CONFIRM,
        REJECT
    }

    @Parameters(index = "0", arity = "1")
    MarketAction action = MarketAction.SHOW;

    /** Files of an import, or the date of the other actions. */
    @Parameters(index = "1", arity = "0..*")
    List<String> operands = new ArrayList<>();

    /** The source of values of which the files name none. */
    @Option(names = "--source")
    String source = "";

    @Override
    boolean areConsistent() {
        return (source.isEmpty() || action == MarketAction.IMPORT)
                && switch (action) {
                    case IMPORT -> !operands.isEmpty();
                    case SHOW -> operands.size() <= 1 && operands.stream().allMatch(MarketArguments::isDate);
                    case CONFIRM, REJECT -> operands.size() == 1 && isDate(operands.get(0));
                };
    }

    private static boolean isDate(String text) {
        return parsed(text).isPresent();
    }

    private static Optional<LocalDate> parsed(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** The date of the operation. */
    LocalDate date() {
        return parsed(operands.get(0)).orElseThrow();
    }
}
