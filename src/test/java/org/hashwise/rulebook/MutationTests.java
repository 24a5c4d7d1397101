package org.hashwise.rulebook;

import org.junit.jupiter.api.Test;

class MutationTests {

    @Test
    void theCasesOfTheShippedRulebookNoticeMistakes() {
        Rulebook rulebook = ShippedRules.rulebook();
        long start = System.nanoTime();
        MutationReport report = new SelfTest(rulebook).mutate();
        System.out.println("took " + (System.nanoTime() - start) / 1e9);
        report.byKind()
                .forEach((kind, part) -> System.out.println(kind + " " + part.scoreText() + " "
                        + part.mutations().size() + " " + part.count(MutationReport.Fate.NO_DIFFERENCE)));
        System.out.println(report.scoreText() + " " + report.mutations().size());
        report.survivors()
                .forEach(m -> System.out.println(
                        "S " + m.rule() + " " + m.kind() + " " + m.was() + " -> " + m.becomes() + "\n" + m.remedy()));
    }
}
