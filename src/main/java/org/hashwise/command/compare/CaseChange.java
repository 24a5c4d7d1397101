package org.hashwise.command.compare;

import org.hashwise.rulebook.model.CaseStudy;

/** A row of the casebook whose recommendation changes. */
record CaseChange(CaseStudy study, VerdictPair judgement) {}
