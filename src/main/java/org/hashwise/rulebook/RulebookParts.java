package org.hashwise.rulebook;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.model.StrategyProfile;
import org.hashwise.rulebook.testing.RulebookUnderTest;

/** Everything that a rulebook is made of, as its reader found it. */
record RulebookParts(
        String edition,
        RulebookFiles files,
        Map<Strategy, StrategyProfile> strategies,
        List<RulebookProblem> warnings,
        RulebookUnderTest subject) {}
