package org.hashwise.fuzz;

import java.util.List;
import java.util.stream.Stream;
import org.hashwise.api.BodyFuzzTargets;
import org.hashwise.rulebook.RuleFileFuzzTargets;

/** Every reader of foreign bytes. */
final class FuzzTargets {

    private static final List<FuzzTarget> ALL = Stream.concat(
                    BodyFuzzTargets.all().stream(), RuleFileFuzzTargets.all().stream())
            .toList();

    private FuzzTargets() {}

    static List<FuzzTarget> all() {
        return ALL;
    }
}
