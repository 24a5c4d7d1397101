package org.hashwise.rulebook.content;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.AcceptedValues;
import org.hashwise.rulebook.model.AcceptedValues.NumberType;
import org.hashwise.rulebook.model.AnalysisParameters;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code kind}, {@code range} and {@code step} of a threshold, with which it compares the value. */
final class AcceptedValuesReader {

    private static final List<String> KEYS = List.of("kind", "range", "step");

    private final boolean thorough;
    private final Problems problems;

    /** @param thorough whether to warn about a threshold that declares no range */
    AcceptedValuesReader(boolean thorough, Problems problems) {
        this.thorough = thorough;
        this.problems = problems;
    }

    /** The values that a threshold may have; those that the program accepts when the file does not declare them. */
    AcceptedValues read(String name, YamlMap map, OptionalDouble value) {
        AcceptedValues accepted = declared(name, map).orElseGet(() -> AnalysisParameters.limits(name));
        if (value.isPresent() && !accepted.contains(value.getAsDouble())) {
            Object[] arguments = {value.getAsDouble(), name, text(accepted)};
            problems.error(Code.VALUE_NOT_ACCEPTED, map.position("value"), name, "", arguments);
        }
        return accepted;
    }

    private Optional<AcceptedValues> declared(String name, YamlMap map) {
        List<String> missing =
                KEYS.stream().filter(key -> map.get(key).isEmpty()).toList();
        if (missing.size() == KEYS.size()) { // editions of release 1.0 declare none
            if (thorough) {
                warn(name, map, missing);
            }
            return Optional.empty();
        }
        if (!missing.isEmpty()) {
            missing.forEach(map::required);
            return Optional.empty();
        }
        Optional<NumberType> kind = map.required("kind").flatMap(given -> given.oneOf(NumberType.class));
        List<YamlValue> range = map.required("range").map(YamlValue::list).orElse(List.of());
        if (range.size() != 2) {
            problems.error(Code.WRONG_TYPE, map.position("range"), name, "", "[smallest, largest]");
            return Optional.empty();
        }
        List<OptionalDouble> numbers = Stream.concat(range.stream(), map.get("step").stream())
                .map(YamlValue::number)
                .toList();
        if (kind.isEmpty() || numbers.stream().anyMatch(OptionalDouble::isEmpty)) {
            return Optional.empty();
        }
        AcceptedValues declared = new AcceptedValues(
                kind.get(),
                numbers.get(0).orElseThrow(),
                numbers.get(1).orElseThrow(),
                numbers.get(2).orElseThrow());
        if (!declared.isConsistent()) {
            problems.error(Code.RANGE_INVALID, map.position("range"), name, "", Messages.of("range.inconsistent"));
            return Optional.empty();
        }
        if (!AnalysisParameters.permits(name, declared)) {
            String limits = Messages.of("range.limits", text(AnalysisParameters.limits(name)));
            problems.error(Code.RANGE_INVALID, map.position("range"), name, "", limits);
            return Optional.empty();
        }
        return Optional.of(declared);
    }

    private void warn(String name, YamlMap map, List<String> missing) {
        problems.warning(Code.RANGE_NOT_DECLARED, map.position("name"), name, "", String.join(", ", missing));
    }

    /** The accepted values in words. */
    static String text(AcceptedValues accepted) {
        String key = accepted.kind() == NumberType.WHOLE ? "range.whole" : "range.number";
        return Messages.of(key, Messages.word(accepted.low()), Messages.word(accepted.high()));
    }
}
