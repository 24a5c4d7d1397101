package org.hashwise.rulebook;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.rulebook.model.RulebookFiles;

/**
 * A rulebook that has one of everything that a page shows, in the files of {@code page-rules}: questions whose words are their ids,
 * a reason, a gate, a step, a doubt, months of market values and a company of the casebook. It draws few companies and few paths.
 */
public final class PageRules {

    private static final RulebookFiles EDITION = RulebookFiles.in(Path.of("src/test/resources/page-rules"));

    private PageRules() {}

    public static RulebookFiles edition() {
        return EDITION;
    }

    /** The edition without parameters of a projection. */
    public static RulebookFiles withoutProjection() {
        Map<String, byte[]> content = new TreeMap<>(EDITION.contentByPath());
        content.remove("parameters/projection.yaml");
        return new RulebookFiles(content);
    }
}
