package org.hashwise.comparison;

import org.hashwise.rulebook.model.CaseStudy;

/** A row of the casebook whose recommendation changes. */
public record CaseChange(CaseStudy study, VerdictPair verdicts) {}
