package org.hashwise.rulebook;

import java.util.List;
import java.util.Map;
import org.hashwise.advice.Strategy;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.market.MarketHistory;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.engine.CompiledRules;
import org.hashwise.rulebook.language.Rule;

/** Everything that a rulebook is made of, as its reader found it. */
record RulebookParts(
        String edition,
        Questionnaire questionnaire,
        MarketHistory markets,
        Map<Strategy, StrategyProfile> strategies,
        Map<String, Parameter> parameters,
        List<CaseStudy> cases,
        List<Rule> rules,
        List<RulebookProblem> warnings,
        CompiledRules compiled,
        Jurisdictions jurisdictions) {}
