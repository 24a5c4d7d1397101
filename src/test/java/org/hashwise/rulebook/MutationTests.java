package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import org.hashwise.rulebook.model.MutationReport;
import org.hashwise.rulebook.model.MutationReport.Mutation;
import org.hashwise.rulebook.model.MutationReport.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mistakes made on purpose in the shipped rules: its cases are to notice nearly all of them. */
class MutationTests {

    private static final double REQUIRED_SCORE = 0.9;

    @Test
    @Tag("long")
    void theCasesNoticeNearlyEveryMistake() {
        SelfTest test = new SelfTest(ShippedRules.rulebook());
        long start = System.nanoTime();
        long cpu = cpuTime();
        MutationReport report = test.mutate();
        System.out.printf(
                "Mutation: %d of %d mistakes noticed, %s; %d make no difference; %.0f s, %.0f s of processor time%n",
                report.count(Status.NOTICED),
                report.count(Status.NOTICED) + report.count(Status.SURVIVED),
                report.scoreText(),
                report.count(Status.NO_DIFFERENCE),
                (System.nanoTime() - start) / 1e9,
                (cpuTime() - cpu) / 1e9);
        report.survivors().stream().map(MutationTests::line).forEach(System.out::println);
        assertThat(report.score()).isGreaterThanOrEqualTo(REQUIRED_SCORE);
    }

    @Test
    void theCasesOfAFewRulesNoticeNearlyEveryMistake() {
        MutationReport report =
                new SelfTest(ShippedRules.rulebook()).mutate(Set.of("POWER-01", "POWER-02", "REC-01", "REG-US-NY"));

        assertThat(report.survivors()).map(MutationTests::line).isEmpty();
        assertThat(report.mutations()).hasSizeGreaterThan(30);
    }

    private static String line(Mutation mutation) {
        return mutation.rule() + " " + mutation.kind() + " " + mutation.was() + " -> " + mutation.becomes();
    }

    private static long cpuTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
