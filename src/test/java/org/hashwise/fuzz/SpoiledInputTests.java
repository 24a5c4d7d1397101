package org.hashwise.fuzz;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoiled copies of good inputs are taken or refused by every reader: the same copies in every build. */
class SpoiledInputTests {

    @ParameterizedTest
    @MethodSource
    void areTakenOrRefused(FuzzTarget target) {
        SpoiledInputs.allHold(target.corpus(), target.mutants(), target.reader());
    }

    static List<FuzzTarget> areTakenOrRefused() {
        return FuzzTargets.all();
    }
}
