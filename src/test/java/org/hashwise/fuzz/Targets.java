package org.hashwise.fuzz;

import java.util.List;
import java.util.stream.Stream;
import org.hashwise.api.BodyTargets;
import org.hashwise.rulebook.FileTargets;

/** Every reader of foreign bytes. */
final class Targets {

    private static final List<Target> ALL = Stream.concat(BodyTargets.all().stream(), FileTargets.all().stream())
            .toList();

    private Targets() {}

    static List<Target> all() {
        return ALL;
    }
}
