package org.hashwise.consultation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hashwise.rulebook.SmallRules;
import org.hashwise.rulebook.model.RulebookFiles;

/** A small rulebook that asks for water, and the same after a question and a choice got other names. */
public final class RenamedQuestionRules {

    private static final Path QUESTIONS = Path.of("src/test/resources/sample-rules/questions/extra.yaml");
    private static final String CASES = "policy/power-access/power-access.cases.yaml";
    private static final String DECISIONS = "policy/recommendation/recommendation.cases.yaml";

    private RenamedQuestionRules() {}

    /** An edition that knows {@code extra.waterMw} and, of {@code extra.permit}, the choice HELD. */
    public static RulebookFiles before() {
        RulebookFiles small = SmallRules.edition(100);
        try {
            RulebookFiles water = with(small, "questions/extra.yaml", Files.readString(QUESTIONS));
            for (String cases : List.of(CASES, DECISIONS)) {
                water = with(
                        water,
                        cases,
                        small.text(cases)
                                .replace("power.largestSiteMw: 9000", "extra.waterMw: 500, extra.permit: HELD")
                                .replace("power.largestSiteMw: 1", "extra.waterMw: 1"));
            }
            return with(
                    water,
                    SmallRules.RULE,
                    small.text(SmallRules.RULE)
                            .replace(
                                    "Power( largestSiteMw >= Thresholds.largeSiteMw )",
                                    "Extra( waterMw >= Thresholds.largeSiteMw, permit == \"HELD\" )"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An edition that knows {@code extra.cooledMw} and the choice OBTAINED; its cases use the former names still. */
    public static RulebookFiles after() {
        RulebookFiles before = before();
        RulebookFiles renamed = with(
                with(
                        before,
                        "questions/extra.yaml",
                        before.text("questions/extra.yaml")
                                .replace("extra.waterMw", "extra.cooledMw")
                                .replace("HELD", "OBTAINED")),
                SmallRules.RULE,
                before.text(SmallRules.RULE).replace("waterMw", "cooledMw").replace("HELD", "OBTAINED"));
        return with(renamed, "questions/migrations.yaml", """
                renames:
                  - { date: 2026-02-01, question: extra.wetMw, becomes: extra.waterMw }
                  - { date: 2026-03-01, question: extra.waterMw, becomes: extra.cooledMw }
                  - { date: 2026-03-01, question: extra.permit, choice: HELD, becomes: OBTAINED }
                """);
    }

    private static RulebookFiles with(RulebookFiles files, String path, String text) {
        return files.with(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
