package org.hashwise.rulebook.content;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** The places where ids are defined; an id that is defined twice is a problem. */
final class Registry {

    private final Problems problems;
    private final Map<String, Position> positions = new LinkedHashMap<>();

    Registry(Problems problems) {
        this.problems = problems;
    }

    /** Returns whether the id is new. */
    boolean add(String id, Position position) {
        Position first = positions.putIfAbsent(id, position);
        if (first != null) {
            problems.error(Code.DUPLICATE_ID, position, id, "", id, first.file() + ":" + first.line());
        }
        return first == null;
    }

    boolean has(String id) {
        return positions.containsKey(id);
    }

    Position position(String id) {
        return positions.getOrDefault(id, Position.of("questions"));
    }
}
