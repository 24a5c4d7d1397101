package org.hashwise.rulebook.content;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Mover;
import org.hashwise.questionnaire.Moves;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.files.Suggestion;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reads {@code moves:} of one question. Editions of release 1.0 do not have it. */
final class MovesReader {

    private static final Text NOTHING = new Text("", "");
    private static final Set<String> KEYS = Set.of("within", "company", "market", "state", "up", "down", "becomes");
    private static final int LONGEST_MONTHS = 120;
    private static final String VALUE = "{value}";

    private final Problems problems;
    private final String id;
    private final Kind kind;
    private final List<Question.Choice> choices;
    private final double[] range;

    MovesReader(Problems problems, String id, Kind kind, List<Question.Choice> choices, double[] range) {
        this.problems = problems;
        this.id = id;
        this.kind = kind;
        this.choices = choices;
        this.range = range;
    }

    Moves read(YamlMap question) {
        return question.get("moves").map(this::moves).orElse(Moves.unstated(id));
    }

    private Moves moves(YamlValue value) {
        if (value.isText() && value.text().equals("nobody")) {
            return Moves.nobody();
        }
        YamlMap map = value.map().about(id, KEYS);
        Map<Mover, Moves.Reach> reach = new EnumMap<>(Mover.class);
        for (Mover mover : Mover.values()) {
            map.get(mover.name().toLowerCase(Locale.ROOT)).ifPresent(given -> reach.put(mover, reach(given)));
        }
        OptionalDouble months = map.get("within").map(YamlValue::number).orElse(OptionalDouble.of(0));
        double within = months.orElse(0);
        if (within < 0 || within > LONGEST_MONTHS || within != Math.rint(within)) {
            problems.error(Code.OUT_OF_RANGE, map.position("within"), id, "", within, 0, LONGEST_MONTHS);
        }
        return new Moves(
                (int) within,
                reach,
                clause(map, "up", kind.isNumeric() || kind == Kind.YESNO),
                clause(map, "down", kind.isNumeric() || kind == Kind.YESNO),
                clause(map, "becomes", kind == Kind.CHOICE));
    }

    private Text clause(YamlMap map, String key, boolean needed) {
        if (!needed && map.get(key).isEmpty()) {
            return NOTHING;
        }
        Text clause = map.translated(key);
        if (kind != Kind.YESNO
                && map.get(key).isPresent()
                && (!clause.en().contains(VALUE) || !clause.fr().contains(VALUE))) {
            problems.error(Code.WRONG_TYPE, map.position(key), id, "", Messages.of("expected.clause"));
        }
        return clause;
    }

    private Moves.Reach reach(YamlValue value) {
        if (!kind.isNumeric()) {
            List<String> known = kind == Kind.YESNO
                    ? List.of("yes", "no")
                    : choices.stream().map(Question.Choice::value).toList();
            YamlValue list = value.isMap()
                    ? value.map()
                            .about(id, Set.of("choices", "only"))
                            .required("choices")
                            .orElse(value)
                    : value;
            return new Moves.OneOf(oneOf(list, known), known, only(value));
        }
        YamlMap map = value.map().about(id, Set.of("factor", "range", "only"));
        boolean multiples = map.get("factor").isPresent();
        if (multiples == map.get("range").isPresent()) {
            problems.error(Code.WRONG_TYPE, value.position(), id, "", Messages.of("expected.reach"));
            return new Moves.Multiples(1, 1);
        }
        YamlValue given = map.get(multiples ? "factor" : "range").orElseThrow();
        List<YamlValue> bounds = given.list();
        double low = bounds.isEmpty() ? 0 : bounds.get(0).number().orElse(0);
        double high = bounds.size() < 2 ? low : bounds.get(1).number().orElse(low);
        if (bounds.size() != 2 || low > high || multiples && low < 0) {
            problems.error(Code.WRONG_TYPE, given.position(), id, "", Messages.of("expected.reach"));
        } else if (!multiples && (low < range[0] || high > range[1])) {
            problems.error(
                    Code.OUT_OF_RANGE, given.position(), id, "", low < range[0] ? low : high, range[0], range[1]);
        }
        return multiples ? new Moves.Multiples(low, high) : new Moves.Bounds(low, high, only(value));
    }

    private static Moves.Only only(YamlValue value) {
        return value.isMap()
                ? value.map()
                        .get("only")
                        .flatMap(word -> word.oneOf(Moves.Only.class))
                        .orElse(Moves.Only.EITHER)
                : Moves.Only.EITHER;
    }

    private Set<String> oneOf(YamlValue value, List<String> known) {
        Set<String> values = new LinkedHashSet<>();
        for (YamlValue choice : value.list()) {
            String text = choice.text();
            if (!known.contains(text)) {
                problems.error(Code.UNKNOWN_CHOICE, choice.position(), id, Suggestion.near(text, known), text, id);
            }
            values.add(text);
        }
        return values;
    }
}
