package org.hashwise.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AtomTests {

    @Test
    void everyComparisonIsOne() {
        assertThat(texts("Power( energizedMw > 1, contract in (\"FIXED\", \"HEDGED\") )\nBoard( horizonMonths < 12 )"))
                .containsExactly(
                        "Power( energizedMw > 1 )",
                        "Power( contract in (\"FIXED\", \"HEDGED\") )",
                        "Board( horizonMonths < 12 )");
    }

    @Test
    void junctionsAreTakenApart() {
        assertThat(texts("Power( energizedMw > 1 && pipelineMw > 2 || energizedMw > 3 )"))
                .containsExactly("Power( energizedMw > 1 )", "Power( pipelineMw > 2 )", "Power( energizedMw > 3 )");
    }

    @Test
    void bothSidesOfAnAccumulationCount() {
        assertThat(texts("accumulate( Evidence( strategy == \"DAT\" ); $n : count(); $n >= 2 )"))
                .containsExactly("Evidence( strategy == \"DAT\" )", "accumulate( $n >= 2 )");
    }

    @Test
    void behindNotAConditionIsWantedToFail() {
        assertThat(atoms("not Power( energizedMw > 1 )")).map(Atom::wanted).containsExactly(false);
        assertThat(atoms("Power( !( energizedMw > 1 ) )")).map(Atom::wanted).containsExactly(false);
        assertThat(atoms("not Power( !( energizedMw > 1 ) )")).map(Atom::wanted).containsExactly(true);
    }

    @Test
    void besideOrAConditionIsAnAlternative() {
        assertThat(atoms("Power( energizedMw > 1 || pipelineMw > 2, pipelineMw < 9 )"))
                .map(Atom::alternative)
                .containsExactly(true, true, false);
        assertThat(atoms("( Power( energizedMw > 1 ) or Board( horizonMonths < 12 ) )"))
                .map(Atom::alternative)
                .containsExactly(true, true);
    }

    private static List<String> texts(String conditions) {
        return atoms(conditions).stream().map(Atom::textWithFact).toList();
    }

    private static List<Atom> atoms(String conditions) {
        return Atom.in(SampleRule.when(conditions));
    }
}
