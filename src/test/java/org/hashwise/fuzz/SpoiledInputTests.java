package org.hashwise.fuzz;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Corrupted copies of valid inputs, which every reader accepts or refuses: the same copies in every build, of which the usual
 * one takes the first sixteenth.
 */
class SpoiledInputTests {

    private static final int PART_OF = Boolean.getBoolean("hashwise.thorough") ? 1 : 16;

    @ParameterizedTest
    @MethodSource
    void areTakenOrRefused(FuzzTarget target) {
        SpoiledInputs.allHold(target.corpus(), target.mutants() / PART_OF, target.reader());
    }

    static List<FuzzTarget> areTakenOrRefused() {
        return FuzzTargets.all();
    }
}
