package org.hashwise.rulebook.language;

import java.util.Set;

/** The role of a rule; it decides which facts it may match, what it may do, and which texts it carries. */
public enum RuleRole {
    /** Adds evidence, gates, steps and risks. */
    POLICY(Set.of("en", "fr", "source", "titleFr")),
    /** Doubts answers that do not fit each other: the topic {@code plausibility}. It has no part in the decision. */
    PLAUSIBILITY(Set.of("en", "fr", "source", "titleFr")),
    /** Turns evidence and gates into scores and a decision: the topic {@code recommendation}. */
    DECISION(Set.of("en", "fr", "source", "titleFr")),
    /** Grades a jurisdiction: the rows of the regulation table. */
    GRADING(Set.of("en", "fr", "source", "nameEn", "nameFr"));

    /** The owner, the months and the amount of a step; and the source in French. */
    private static final Set<String> OF_POLICY = Set.of("owner", "by", "amount", "sourceFr");

    private final Set<String> metadata;

    RuleRole(Set<String> metadata) {
        this.metadata = metadata;
    }

    /** The metadata that every rule with this role has. */
    public Set<String> metadata() {
        return metadata;
    }

    /** The metadata that a rule with this role may have besides. */
    public Set<String> optionalMetadata() {
        return this == POLICY ? OF_POLICY : Set.of("sourceFr");
    }
}
