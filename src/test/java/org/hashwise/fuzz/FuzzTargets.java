package org.hashwise.fuzz;

import java.util.List;
import java.util.stream.Stream;
import org.hashwise.api.BodyFuzzTargets;
import org.hashwise.rulebook.RuleFileFuzzTargets;
import org.hashwise.web.EntryTargets;

/** Every reader of foreign bytes. */
final class FuzzTargets {

    private static final List<FuzzTarget> ALL = Stream.of(
                    BodyFuzzTargets.all(), RuleFileFuzzTargets.all(), EntryTargets.all())
            .flatMap(List::stream)
            .toList();

    private FuzzTargets() {}

    static List<FuzzTarget> all() {
        return ALL;
    }
}
