package org.hashwise.rulebook;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.trial.TrialSubject;

/** Everything that a rulebook is made of, as its reader found it. */
record RulebookParts(
        String edition,
        RulebookFiles files,
        Map<Strategy, StrategyProfile> strategies,
        List<RulebookProblem> warnings,
        TrialSubject subject) {}
