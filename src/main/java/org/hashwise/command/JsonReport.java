package org.hashwise.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.hashwise.consultation.RulebookProblemItem;
import org.hashwise.rulebook.model.Coverage;
import org.hashwise.rulebook.model.MutationReport;
import org.hashwise.rulebook.model.MutationReport.Mutation;
import org.hashwise.rulebook.model.MutationReport.Status;
import org.hashwise.rulebook.model.Robustness;
import org.hashwise.rulebook.model.RulebookProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The problems of a rulebook for programs.
 *
 * @param rulebook {@code sha256:…} of the files that were checked; empty when there were none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonReport(
        String rulebook,
        List<RulebookProblemItem> problems,
        @Nullable CasebookRobustness casebook,
        @Nullable Coverage coverage,
        @Nullable Mutations mutation) {

    /** Sensitivity of the advice for real companies; shares from 0 to 100, counts over those of quality A and B. */
    record CasebookRobustness(
            int counted,
            int agreeing,
            double agreementPercent,
            int robust,
            double robustPercent,
            int draws,
            int rangePercent,
            int requiredPercent,
            List<Robustness.Company> companies) {

        static CasebookRobustness of(Robustness robustness) {
            return new CasebookRobustness(
                    robustness.counted().size(),
                    robustness.agreeing().size(),
                    robustness.agreementPercent(),
                    robustness.robust().size(),
                    robustness.robustPercent(),
                    robustness.draws(),
                    robustness.rangePercent(),
                    robustness.requiredPercent(),
                    robustness.companies());
        }
    }

    /** The mutation test: its score from 0 to 1, and the mutants that survived or are equivalent. */
    record Mutations(double score, long noticed, long survived, long noDifference, List<Mutation> unnoticed) {

        static Mutations of(MutationReport report) {
            return new Mutations(
                    report.score(),
                    report.count(Status.NOTICED),
                    report.count(Status.SURVIVED),
                    report.count(Status.NO_DIFFERENCE),
                    report.mutations().stream()
                            .filter(mutation -> mutation.status() != Status.NOTICED)
                            .toList());
        }
    }

    /** The name under which programs read the status of a mutant. */
    private interface MutationFields {
        @JsonProperty("fate")
        Status status();
    }

    static String of(String edition, List<RulebookProblem> problems, SelfTestResults selfTest) {
        Robustness casebook = selfTest.casebook();
        MutationReport mutation = selfTest.mutation();
        JsonReport report = new JsonReport(
                edition,
                problems.stream().map(RulebookProblemItem::of).toList(),
                casebook == null ? null : CasebookRobustness.of(casebook),
                selfTest.coverage(),
                mutation == null ? null : Mutations.of(mutation));
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .addMixIn(Mutation.class, MutationFields.class)
                .build()
                .writeValueAsString(report);
    }
}
