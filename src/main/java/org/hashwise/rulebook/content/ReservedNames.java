package org.hashwise.rulebook.content;

import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Names that sections and questions cannot have: facts and words that the rule language has itself, and words of Java and of
 * DRL, which mean something else to people who know the {@code .drl} files of Drools.
 */
final class ReservedNames {

    private static final Set<String> SECTIONS = Set.of(
            "object",
            "string",
            "double",
            "boolean",
            "integer",
            "number",
            "math",
            "system",
            "class",
            "override",
            "thresholds",
            "facts",
            "situation",
            "findings",
            "economics",
            "exposure",
            "evidence",
            "gate",
            "candidate",
            "ballot",
            "standing",
            "recommended",
            "jurisdiction",
            "check",
            "accumulate");

    private static final Set<String> FIELDS = Set.of(
            "accumulate",
            "after",
            "agenda",
            "and",
            "before",
            "collect",
            "contains",
            "coincides",
            "count",
            "declare",
            "during",
            "end",
            "entry",
            "eval",
            "excludes",
            "exists",
            "finishes",
            "forall",
            "from",
            "global",
            "in",
            "includes",
            "init",
            "matches",
            "meets",
            "not",
            "null",
            "or",
            "over",
            "overlaps",
            "query",
            "result",
            "reverse",
            "rule",
            "situation",
            "soundslike",
            "starts",
            "str",
            "sum",
            "then",
            "true",
            "false",
            "unit",
            "when",
            "window");

    private ReservedNames() {}

    static boolean isSection(String section) {
        return SECTIONS.contains(section) || SourceVersion.isKeyword(section);
    }

    static boolean isField(String name) {
        return FIELDS.contains(name) || name.equals("class") || SourceVersion.isKeyword(name);
    }
}
