package org.hashwise.rulebook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hashwise.rulebook.ShippedRules;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.RulebookContents;
import org.junit.jupiter.api.Test;

/** Reading of the contents of a rulebook. */
class ContentsReaderTests {

    @Test
    void filesThatWereTestedBeforeHaveTheSameContents() {
        RulebookContents checked = reader().read();

        RulebookContents tested = reader().readTested();

        assertThat(tested.ruleCases())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(checked.ruleCases());
        assertThat(tested.rules()).hasSameSizeAs(checked.rules());
        assertThat(tested.thresholds()).isEqualTo(checked.thresholds());
    }

    private static ContentsReader reader() {
        return new ContentsReader(ShippedRules.files(), Optional.empty(), new Problems());
    }
}
