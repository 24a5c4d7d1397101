package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hashwise.economics.JurisdictionGrade.Grade;
import org.hashwise.rulebook.RulebookEdit.EvidenceWeight;
import org.hashwise.rulebook.RulebookEdit.PlaceGrade;
import org.hashwise.rulebook.model.EditNote;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.UnifiedDiff;
import org.junit.jupiter.api.Test;

/** Edits of one weight or grade in the text of a file. */
class RulebookEditTests {

    private static final String BANDS = "policy/sample/bands.csv";
    private static final Rulebook RULEBOOK = RulebookReader.interpret(SampleRules.asTheyAre());
    private static final EditNote NOTE = new EditNote("anna", SampleRules.TODAY, "prices, and \"hedges\", fell");

    private static List<String> changes(RulebookEdit edit, Optional<EditNote> note) {
        RulebookFiles edited = edit.in(RULEBOOK.files(), RULEBOOK, note).orElseThrow();
        assertThat(RulebookReader.check(edited, SampleRules.TODAY))
                .extracting(problem -> problem.code().name())
                .doesNotContain("TABLE_SYNTAX", "UNKNOWN_VALUE");
        return UnifiedDiff.of(RULEBOOK.files(), edited).stream()
                .filter(line -> line.matches("[+](?![+]{2} ).*"))
                .toList();
    }

    @Test
    void aWeightInADecisionTableIsChangedInItsCell() {
        assertThat(changes(new EvidenceWeight("BAND-02", 0, 3), Optional.empty()))
                .singleElement()
                .asString()
                .contains("\"STRONG\",\"courant usuel\"");
    }

    @Test
    void aTableHasNoCommentsSoTheNoteIsAddedToTheSourceOfTheRow() {
        assertThat(changes(new EvidenceWeight("BAND-02", 0, 3), Optional.of(NOTE)))
                .singleElement()
                .asString()
                .endsWith(
                        "\"judgement: a sample; 2025-12-01, anna: STRONG instead of MEDIUM: prices, and 'hedges', fell\"");
    }

    @Test
    void theGradeOfAPlaceIsChangedInItsRow() {
        String place = RULEBOOK.contents().grading().get(0).id();
        Grade other = RULEBOOK.contents()
                        .grading()
                        .get(0)
                        .consequences()
                        .get(0)
                        .arguments()
                        .get(1)
                        .text()
                        .equals("HIGH")
                ? Grade.LOW
                : Grade.HIGH;

        assertThat(changes(new PlaceGrade(place, 0, other), Optional.of(NOTE)))
                .singleElement()
                .asString()
                .contains("\"" + place, other.name(), "anna: " + other.name() + " instead of");
    }

    @Test
    void whatIsNotThereIsNotEdited() {
        for (RulebookEdit edit : List.of(
                new EvidenceWeight("BAND-02", 0, 4),
                new EvidenceWeight("BAND-02", 1, 1),
                new EvidenceWeight("BAND-99", 0, 1),
                new PlaceGrade("BAND-02", 0, Grade.LOW))) {
            assertThat(edit.in(RULEBOOK.files(), RULEBOOK, Optional.empty())).isEmpty();
        }
    }

    @Test
    void theFileOfTheTableStaysAsItIsElsewhere() {
        RulebookFiles edited = new EvidenceWeight("BAND-01", 0, 2)
                .in(RULEBOOK.files(), RULEBOOK, Optional.empty())
                .orElseThrow();
        assertThat(UnifiedDiff.paths(RULEBOOK.files(), edited)).containsExactly(BANDS);
        assertThat(edited.text(BANDS)).isEqualTo(RULEBOOK.files().text(BANDS).replace("\"WEAK\"", "\"MEDIUM\""));
    }
}
