package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashwise.assessment.Store;
import org.hashwise.assessment.StoreFaults;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageSlice
class AssessmentPageTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Store store;

    private PageVisitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new PageVisitor(http, "en");
    }

    @Test
    void anAdviceIsSavedAndFoundByItsAddressAlone() {
        String address = saved("12.8");

        assertThat(address).matches("/assessments/[0-9a-f]{32}");
        assertThat(new PageVisitor(http, "en").read(address))
                .contains("Saved assessment, version 1", "Host some.", "The largest site offers 245 MW.")
                .contains("12.8", "Label of mining.hashrateEh", "keep it like a password")
                .contains("href=\"/api/v1" + address + "/receipt\"")
                .containsPattern("sha256:[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Continue and change the answers, Delete this assessment?",
        "fr, Continuer et modifier les réponses, Supprimer cette évaluation"
    })
    void itsPagesSpeakBothLanguages(String language, String goOn, String delete) {
        String address = saved("12.8");
        PageVisitor reader = new PageVisitor(http, language);

        assertThat(reader.read(address))
                .contains("<html lang=\"" + language + "\">", goOn)
                .containsOnlyOnce("<h1");
        assertThat(reader.read(address + "/delete")).contains(delete).containsOnlyOnce("<h1");
    }

    @Test
    void nobodyIsToldItsAddress() {
        var response = visitor.open(saved("12.8")).getResponse();

        assertThat(response.getHeaders("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(response.getHeaders("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void whoGoesOnSavesTheNextVersion() {
        String address = saved("12.8");
        PageVisitor other = new PageVisitor(http, "en");

        assertThat(other.follow(address + "/continue")).isEqualTo("/questions/check");
        assertThat(other.read("/questions/mining")).contains("value=\"12.8\"");
        other.follow("/questions/mining", "mining.hashrateEh", "14");
        assertThat(other.read("/advice")).contains("Save as a new version");
        assertThat(other.follow("/assessments")).isEqualTo(address);

        assertThat(visitor.read(address)).contains("version 2", "14");
    }

    @Test
    void whoChangesWhatAnotherChangedMeanwhileIsToldAndLosesNothing() {
        String address = saved("12.8");
        PageVisitor other = new PageVisitor(http, "en");
        other.follow(address + "/continue");
        other.follow("/questions/mining", "mining.hashrateEh", "14");
        other.follow("/assessments");

        visitor.follow("/questions/mining", "mining.hashrateEh", "15");
        var refused = visitor.send("/assessments");

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(PageVisitor.html(refused))
                .contains("Somebody else changed this assessment meanwhile", "version 1; version 2 is current");
        assertThat(visitor.read("/questions/mining")).contains("value=\"15\"");
        assertThat(visitor.follow("/assessments", "as", "new")).isNotEqualTo(address);
        assertThat(other.read(address)).contains("14").doesNotContain("version 3");
    }

    @Test
    void deletingNeedsASecondWord() {
        String address = saved("12.8");
        assertThat(visitor.read(address + "/delete")).contains("removed for good", "Delete it", "Keep it");
        assertThat(visitor.read(address)).contains("version 1");

        assertThat(visitor.follow(address + "/delete")).isEqualTo(address);

        assertThat(visitor.open(address)).hasStatus(HttpStatus.GONE);
        assertThat(PageVisitor.html(visitor.open(address))).contains("This assessment was deleted");
        assertThat(visitor.follow("/assessments")).isNotEqualTo(address);
    }

    @Test
    void whoSavesWhatAnotherDeletedIsTold() {
        String address = saved("12.8");
        new PageVisitor(http, "en").follow(address + "/delete");

        var refused = visitor.send("/assessments");

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(PageVisitor.html(refused)).contains("Save mine as a new assessment");
    }

    @Test
    void anExampleIsNoVersionOfAnythingElse() {
        String address = saved("12.8");
        visitor.follow("/examples/harbour-2024-06");

        assertThat(visitor.follow("/assessments")).isNotEqualTo(address);
        visitor.follow("/examples/leave");
        assertThat(visitor.follow("/assessments")).isEqualTo(address);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(visitor.open("/assessments/" + "0".repeat(32))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoSavesAfterTheSessionEndedIsTold() {
        var refused = visitor.send("/assessments");

        assertThat(refused).hasStatus(HttpStatus.CONFLICT);
        assertThat(PageVisitor.html(refused)).contains("Your session had ended", "Nothing was saved");
    }

    @Test
    void aFullDiskIsToldOnAPage() {
        visitor.follow("/questions/mining", "mining.hashrateEh", "7");
        try (StoreFaults.Fault full = StoreFaults.full(store)) {
            var refused = visitor.send("/assessments", "as", "new");
            for (int each = 0; refused.getResponse().getStatus() == 303 && each < 100; each++) {
                refused = visitor.send("/assessments", "as", "new");
            }
            assertThat(refused).hasStatus(HttpStatus.INSUFFICIENT_STORAGE);
            assertThat(PageVisitor.html(refused)).contains("The disk of the server is full.", "Back to the advice");
            assertThat(visitor.read("/advice")).contains("Host some.");
        }
    }

    private String saved(String hashrate) {
        visitor.follow("/questions/mining", "mining.hashrateEh", hashrate);
        assertThat(visitor.read("/advice")).contains("Save this assessment");
        return visitor.follow("/assessments");
    }
}
