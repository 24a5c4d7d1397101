package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hashwise.advice.Recommendation;
import org.hashwise.advice.Strategy;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.rulebook.model.CaseStudy.Quality;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The advice against what real companies did. */
class CasebookTests {

    private static final double REQUIRED_AGREEMENT = 0.85;

    @Test
    void adviceAgreesWithMostOfTheWellSourcedCompanies() {
        List<CaseStudy> studies = ShippedRules.rulebook().cases().stream()
                .filter(study -> study.quality() != Quality.C)
                .toList();
        long agreeing = studies.stream().filter(CasebookTests::agrees).count();
        double rate = (double) agreeing / studies.size();
        System.out.printf(
                "Casebook: advice agrees with %d of %d companies of quality A and B (%.0f %%)%n",
                agreeing, studies.size(), 100 * rate);
        assertThat(rate).isGreaterThanOrEqualTo(REQUIRED_AGREEMENT);
    }

    @TestFactory
    Stream<DynamicTest> everyDisagreementIsExplained() {
        return ShippedRules.rulebook().cases().stream()
                .map(study -> DynamicTest.dynamicTest(
                        study.id(),
                        () -> assertThat(study.disagreement() == null)
                                .as(
                                        "advice %s, observed %s",
                                        recommended(study), study.observed().strategy())
                                .isEqualTo(agrees(study))));
    }

    @TestFactory
    Stream<DynamicTest> theExtentOfHostingIsAFairReading() {
        return ShippedRules.rulebook().cases().stream()
                .filter(study -> study.observed().extent() != null && agrees(study))
                .filter(study -> recommended(study).strategy() == Strategy.AI_HOSTING)
                .map(study -> DynamicTest.dynamicTest(study.id(), () -> {
                    List<Object> fair =
                            new java.util.ArrayList<>(study.observed().otherExtents());
                    fair.add(study.observed().extent());
                    assertThat(fair).contains(recommended(study).extent());
                }));
    }

    private static boolean agrees(CaseStudy study) {
        Strategy advised = recommended(study).strategy();
        return advised == study.observed().strategy()
                || study.observed().alternatives().contains(advised);
    }

    private static Recommendation recommended(CaseStudy study) {
        return ShippedRules.advice(study).recommendation();
    }
}
