package org.hashwise.rulebook.mutation;

import java.time.LocalDate;
import org.hashwise.questionnaire.Answers;

/**
 * A company that the rule and its mutant judge differently.
 *
 * @param market date of the snapshot
 * @param fires what the rule does as it stands
 */
record Remedy(Answers given, LocalDate market, String ruleId, boolean fires) {}
