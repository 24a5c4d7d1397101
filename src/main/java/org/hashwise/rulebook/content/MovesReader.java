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
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.files.YamlMap;
import org.hashwise.rulebook.files.YamlValue;
import org.hashwise.rulebook.model.Messages;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Reader of {@code moves:} of one question. Editions of release 1.0 do not have it. */
final class MovesReader {

    private static final Text NOTHING = new Text("", "");
    private static final Set<String> KEYS = Set.of("within", "company", "market", "state", "up", "down", "becomes");
    private static final int LONGEST_MONTHS = 120;
    private static final String VALUE = "{value}";

    private final QuestionPart asked;

    MovesReader(QuestionPart asked) {
        this.asked = asked;
    }

    Moves read(YamlMap question) {
        return question.get("moves").map(this::moves).orElse(Moves.unstated(asked.id()));
    }

    private Moves moves(YamlValue value) {
        if (value.isText() && value.text().equals("nobody")) {
            return Moves.nobody();
        }
        YamlMap map = value.map().about(asked.id(), KEYS);
        Map<Mover, Moves.Reach> reach = new EnumMap<>(Mover.class);
        for (Mover mover : Mover.values()) {
            map.get(mover.name().toLowerCase(Locale.ROOT)).ifPresent(given -> reach.put(mover, reach(given)));
        }
        OptionalDouble months = map.get("within").map(YamlValue::number).orElse(OptionalDouble.of(0));
        double within = months.orElse(0);
        if (within < 0 || within > LONGEST_MONTHS || within != Math.rint(within)) {
            asked.error(Code.OUT_OF_RANGE, map.position("within"), within, 0, LONGEST_MONTHS);
        }
        return new Moves(
                (int) within,
                reach,
                clause(map, "up", asked.kind().isNumeric() || asked.kind() == Kind.YESNO),
                clause(map, "down", asked.kind().isNumeric() || asked.kind() == Kind.YESNO),
                clause(map, "becomes", asked.kind() == Kind.CHOICE));
    }

    private Text clause(YamlMap map, String key, boolean needed) {
        if (!needed && map.get(key).isEmpty()) {
            return NOTHING;
        }
        Text clause = map.translated(key);
        if (asked.kind() != Kind.YESNO
                && map.get(key).isPresent()
                && (!clause.en().contains(VALUE) || !clause.fr().contains(VALUE))) {
            asked.error(Code.WRONG_TYPE, map.position(key), Messages.of("expected.clause"));
        }
        return clause;
    }

    private Moves.Reach reach(YamlValue value) {
        if (!asked.kind().isNumeric()) {
            YamlValue list = value.isMap()
                    ? value.map()
                            .about(asked.id(), Set.of("choices", "only"))
                            .required("choices")
                            .orElse(value)
                    : value;
            return new Moves.OneOf(oneOf(list), asked.words(), only(value));
        }
        YamlMap map = value.map().about(asked.id(), Set.of("factor", "range", "only"));
        boolean multiples = map.get("factor").isPresent();
        if (multiples == map.get("range").isPresent()) {
            asked.error(Code.WRONG_TYPE, value.position(), Messages.of("expected.reach"));
            return new Moves.Multiples(1, 1);
        }
        YamlValue given = map.get(multiples ? "factor" : "range").orElseThrow();
        List<YamlValue> bounds = given.list();
        double low = bounds.isEmpty() ? 0 : bounds.get(0).number().orElse(0);
        double high = bounds.size() < 2 ? low : bounds.get(1).number().orElse(low);
        if (bounds.size() != 2 || low > high || (multiples && low < 0)) {
            asked.error(Code.WRONG_TYPE, given.position(), Messages.of("expected.reach"));
        } else if (!multiples && (low < asked.range()[0] || high > asked.range()[1])) {
            asked.error(
                    Code.OUT_OF_RANGE,
                    given.position(),
                    low < asked.range()[0] ? low : high,
                    asked.range()[0],
                    asked.range()[1]);
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

    private Set<String> oneOf(YamlValue value) {
        Set<String> values = new LinkedHashSet<>();
        for (YamlValue choice : value.list()) {
            asked.requireKnown(choice.text(), choice.position());
            values.add(choice.text());
        }
        return values;
    }
}
