package org.hashwise.memo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashwise.consultation.MetricGroup;

/**
 * Figures of one subject, as the advice page groups them. The costs per bitcoin, which that page draws, come first.
 *
 * @param key of the message that names the subject
 * @param ids of the figures
 */
public record FigureGroup(String key, List<String> ids) {

    /** Figures that say nothing when they are zero: no such place, no building, no coins. */
    private static final Set<String> SILENT = Set.of("exposure.", "economics.hosting", "economics.mnav");

    public FigureGroup {
        ids = List.copyOf(ids);
    }

    static List<FigureGroup> of(Map<String, Object> metrics) {
        Set<String> grouped = Arrays.stream(MetricGroup.values())
                .flatMap(group -> group.ids().stream())
                .collect(Collectors.toSet());
        List<FigureGroup> groups = new ArrayList<>();
        for (MetricGroup group : MetricGroup.values()) {
            Stream<String> others =
                    groups.isEmpty() ? metrics.keySet().stream().filter(id -> !grouped.contains(id)) : Stream.empty();
            groups.add(new FigureGroup(
                    group.key(),
                    Stream.concat(others, group.ids().stream())
                            .filter(id -> metrics.containsKey(id) && speaks(id, metrics.get(id)))
                            .toList()));
        }
        return groups.stream().filter(group -> !group.ids().isEmpty()).toList();
    }

    private static boolean speaks(String id, Object value) {
        return !(value instanceof Number number && number.doubleValue() == 0)
                || SILENT.stream().noneMatch(id::startsWith);
    }
}
