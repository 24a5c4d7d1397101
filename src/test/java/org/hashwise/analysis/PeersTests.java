package org.hashwise.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.model.CaseStudy;
import org.junit.jupiter.api.Test;

class PeersTests {

    private static final String DEBT = "treasury.debtUsd";
    private static final String LISTED = "company.listed";
    private static final String PLACES = "regulation.jurisdictions";

    @Test
    void numbersAreAsFarApartAsTheKnownCompaniesBetweenThem() {
        Peers peers = peers(DEBT, 10, 20, 30, 40, 1_000_000);

        // Shares below with half of the equal ones: own (20) 0.3, 10: 0.1, 30: 0.5, 1,000,000: 0.9.
        assertThat(distances(peers, number(DEBT, 20)))
                .containsEntry("c1", 0.0)
                .containsEntry("c0", 0.2)
                .containsEntry("c2", 0.2)
                .containsEntry("c4", 0.6);
    }

    @Test
    void aScaleOfOtherUnitsChangesNothing() {
        Map<String, Double> dollars = distances(peers(DEBT, 10, 20, 30, 40, 50), number(DEBT, 35));
        Map<String, Double> thousands = distances(peers(DEBT, 10e3, 20e3, 30e3, 40e3, 50e3), number(DEBT, 35e3));

        assertThat(thousands).isEqualTo(dollars);
    }

    @Test
    void choicesAreAlikeOrNotAndSharesDifferByThePartThatWouldMove() {
        Map<String, Answers> known = new TreeMap<>();
        for (int each = 0; each < 5; each++) {
            known.put(
                    "c" + each,
                    Answers.of(Map.of(
                            LISTED,
                            new Answer.YesNo(each == 0),
                            PLACES,
                            shares("US-TX", each * 25.0, "PY", 100 - each * 25.0))));
        }
        Answers own = Answers.of(Map.of(LISTED, new Answer.YesNo(true), PLACES, shares("US-TX", 100, "PY", 0)));

        Map<String, Double> distances = distances(new Peers(known), own);

        assertThat(distances.get("c0")).isCloseTo((0 + 1.0) / 2, within(1e-12));
        assertThat(distances.get("c3")).isCloseTo((1 + 0.25) / 2, within(1e-12));
        assertThat(distances.get("c4")).isCloseTo((1 + 0.0) / 2, within(1e-12));
    }

    @Test
    void aGapCountsWithTheMeanDistanceOfTwoKnownCompanies() {
        Map<String, Answers> known = new TreeMap<>(Map.of("gap", Answers.none()));
        for (int each = 0; each < 5; each++) {
            known.put("c" + each, number(DEBT, each));
        }
        Peers.Peer gap = new Peers(known)
                .nearest(SampleCompanies.answering(number(DEBT, 2)), 9).peers().stream()
                        .filter(peer -> peer.id().equals("gap"))
                        .findFirst()
                        .orElseThrow();

        // Ranks 0.1, 0.3 … 0.9: ten pairs, of which four are 0.2 apart, three 0.4, two 0.6 and one 0.8.
        assertThat(gap.distance()).isCloseTo(0.4, within(1e-12));
        assertThat(gap.compared()).isZero();
        assertThat(gap.alike()).isEmpty();
        assertThat(gap.different()).isEmpty();
    }

    @Test
    void withoutAnswersNobodyIsNear() {
        assertThat(peers(DEBT, 1, 2, 3, 4, 5).nearest(SampleCompanies.answering(Answers.none()), 3))
                .isEqualTo(new Peers.PeerResult(5, List.of()));
    }

    @Test
    void eachCompanyOfTheCasebookIsNearestToItself() {
        Map<String, Answers> known =
                SampleCompanies.RULEBOOK.cases().stream().collect(Collectors.toMap(CaseStudy::id, CaseStudy::answers));
        Peers peers = new Peers(known);

        for (CaseStudy study : SampleCompanies.RULEBOOK.cases()) {
            List<Peers.Peer> nearest =
                    peers.nearest(SampleCompanies.of(study.id()), 4).peers();

            assertThat(nearest).first().extracting(Peers.Peer::id).isEqualTo(study.id());
            assertThat(nearest).isSortedAccordingTo(Comparator.comparingDouble(Peers.Peer::distance));
            assertThat(nearest).allSatisfy(peer -> {
                assertThat(peer.distance()).isBetween(0.0, 1.0);
                assertThat(peer.alike()).hasSizeLessThanOrEqualTo(3);
                assertThat(Collections.disjoint(peer.alike(), peer.different())).isTrue();
                assertThat(known.get(peer.id()).byId())
                        .containsKeys(peer.alike().toArray(String[]::new));
            });
        }
    }

    private static Peers peers(String id, double... numbers) {
        Map<String, Answers> known = new TreeMap<>();
        for (int each = 0; each < numbers.length; each++) {
            known.put("c" + each, number(id, numbers[each]));
        }
        return new Peers(known);
    }

    private static Map<String, Double> distances(Peers peers, Answers own) {
        return peers.nearest(SampleCompanies.answering(own), 99).peers().stream()
                .collect(Collectors.toMap(
                        Peers.Peer::id,
                        peer -> Math.rint(peer.distance() * 1e12) / 1e12,
                        (one, two) -> one,
                        TreeMap::new));
    }

    private static Answers number(String id, double value) {
        return Answers.of(Map.of(id, new Answer.Number(value)));
    }

    private static Answer shares(String one, double first, String other, double second) {
        return new Answer.Shares(new TreeMap<>(Map.of(one, first, other, second)));
    }
}
