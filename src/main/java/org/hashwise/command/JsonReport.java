package org.hashwise.command;

import java.util.List;
import java.util.Locale;
import org.hashwise.rulebook.RulebookProblem;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The problems of a rulebook for programs.
 *
 * @param rulebook {@code sha256:…} of the files that were checked; empty when there were none
 */
record JsonReport(String rulebook, List<Item> problems) {

    /** One problem; numbers are 0 and texts empty where they do not apply. */
    record Item(
            String file,
            int line,
            int column,
            String cell,
            String rule,
            String severity,
            String code,
            String message,
            String suggestion) {

        static Item of(RulebookProblem problem) {
            return new Item(
                    problem.file(),
                    problem.line(),
                    problem.column(),
                    problem.cell(),
                    problem.rule(),
                    problem.severity().name().toLowerCase(Locale.ROOT),
                    problem.codeName(),
                    problem.message(),
                    problem.suggestion());
        }
    }

    static String of(String edition, List<RulebookProblem> problems) {
        JsonReport report =
                new JsonReport(edition, problems.stream().map(Item::of).toList());
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }
}
