package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hashwise.assessment.Store;
import org.hashwise.assessment.StoreFaults;
import org.hashwise.rulebook.PageRules;
import org.hashwise.rulebook.RulebookActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

class AssessmentPageTests extends PageSlice {

    @Autowired
    private Store store;

    @Test
    void anAdviceIsSavedAndFoundByItsAddressAlone() {
        String address = saved("12.8");

        assertThat(address).matches("/assessments/[0-9a-f]{32}");
        assertThat(new PageVisitor(http, "en").read(address))
                .contains("Saved assessment, version 1", "Host some.", "The largest site offers 245\u00a0MW.")
                .contains("12.8", "Label of mining.hashrateEh", "keep it like a password")
                .contains("href=\"/api/v1" + address + "/receipt\"")
                .containsPattern("sha256:[0-9a-f]{64}");
    }

    @Test
    void theSavedPageHasEverySectionOfTheLivePageButTheTrial() {
        visitor.follow("/questions/power", "power.energizedMw", "5");
        String address = saved("250");
        Set<String> live = sections(visitor.read("/advice"));
        String page = new PageVisitor(http, "en").read(address);

        live.remove("what-if");
        assertThat(sections(page)).containsAll(live).contains("answers");
        assertThat(page)
                .contains(
                        "<h1>",
                        "Delay.",
                        "250\u00a0EH/s do not run on 5\u00a0MW.",
                        "Ask for firm power.",
                        "<svg class=\"chart")
                .contains(
                        "class=\"warnings\"",
                        "class=\"metric-tables\"",
                        "Because of mining.poolFeePercent",
                        "class=\"map\"");
    }

    @Test
    void theSentencesAreThoseOfTheLanguageOfTheReaderWithTheOriginalOnePressAway() {
        String address = saved("12.8");
        PageVisitor reader = new PageVisitor(http, "fr");

        assertThat(reader.read(address))
                .contains(
                        "Elle a été rédigée en anglais",
                        "href=\"?lang=en\" hreflang=\"en\">Lire l’original en anglais");
        assertThat(reader.read(address + "?lang=en"))
                .contains("<html lang=\"en\">", "Host some.")
                .doesNotContain("Read the original");
    }

    @Test
    void withoutItsEditionThePageShowsTheReceiptAndSaysWhatIsMissing() {
        RulebookActivation.swap(RULEBOOKS, PageRules.withoutProjection());
        String address;
        try {
            address = saved("12.8");
            loseEdition(address);
        } finally {
            RulebookActivation.swap(RULEBOOKS, PageRules.edition());
        }

        assertThat(new PageVisitor(http, "fr").read(address))
                .contains("n’est plus disponible. La page montre ce que dit le reçu", "ne peut être montrée qu’ainsi")
                .contains("<h1 lang=\"en\">Host some.", "<span lang=\"en\">The largest site offers 245\u00a0MW.")
                .contains("Delay.", "Ask for firm power.", "Because of mining.poolFeePercent")
                .contains("id=\"calendar\"", "id=\"metrics\"", "id=\"jurisdictions\"", "class=\"warnings\"")
                .doesNotContain("id=\"change\"", "id=\"over-time\"", "id=\"peers\"", "id=\"map\"", "memo.pdf");
    }

    @Test
    void theMonthsToComeAreThoseOfTheReceiptEvenWithoutItsEdition() {
        String address = saved("12.8");

        assertThat(new PageVisitor(http, "en").read(address)).contains("id=\"over-time\"", "100 paths of");
        loseEdition(address);
        assertThat(new PageVisitor(http, "en").read(address))
                .contains("id=\"over-time\"", "100 paths of", "out of money by month\u00a02")
                .doesNotContain("/advice/scenario");
    }

    @Test
    void eachVersionKeepsItsPage() {
        String address = saved("12.8");
        visitor.follow("/questions/mining", "mining.hashrateEh", "14");
        visitor.follow("/assessments");

        assertThat(visitor.read(address + "?version=1"))
                .contains("version 1 of", "12.8", "version 2 is current", "href=\"" + address + "\"")
                .doesNotContain("Continue and change", "/delete\"");
        assertThat(visitor.read(address)).contains("version 2 of").doesNotContain("is current");
        assertThat(visitor.open(address + "?version=3")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void withTheLinkToReadAnAssessmentIsReadAndNotChanged() {
        String address = saved("12.8");
        String id = address.substring(address.lastIndexOf('/') + 1);
        String shared = shared(visitor.read(address));
        String token = shared.substring(shared.lastIndexOf('/') + 1);
        PageVisitor reader = new PageVisitor(http, "en");

        String page = reader.read(shared);
        assertThat(page)
                .contains("Host some.", "Delay.", "can be read, not changed", shared + "/memo.pdf")
                .doesNotContain(id, "Continue and change", "Delete", "method=\"post\"");
        assertThat(sections(page)).isEqualTo(sections(visitor.read(address)));
        assertThat(PageVisitor.html(reader.open(shared + "/receipt.json")))
                .contains("\"assessment\":\"\"", "Host some.")
                .doesNotContain(id);
        for (String path : List.of("/delete", "/continue")) {
            assertThat(reader.send(shared + path)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(reader.send("/assessments/" + token + path)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(reader.open("/assessments/" + token)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(reader.open("/assessments/" + token + "/delete")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(reader.open("/shared/" + id)).hasStatus(HttpStatus.NOT_FOUND);

        visitor.follow(address + "/delete");
        assertThat(reader.open(shared)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private static Set<String> sections(String page) {
        return Pattern.compile("<h2 id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shared(String page) {
        return Pattern.compile("href=\"(/shared/[0-9a-f]{32})\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .findFirst()
                .orElseThrow();
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
    void aVersionConflictIsReportedAndLosesNothing() {
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
        visitor.follow("/questions/mining", "mining.hashrateEh", "12");
        try (StoreFaults.Fault full = StoreFaults.full(store)) {
            var refused = visitor.send("/assessments", "as", "new");
            for (int each = 0; refused.getResponse().getStatus() == 303 && each < 100; each++) {
                visitor.follow("/questions/mining", "mining.hashrateEh", String.valueOf(12 + each));
                refused = visitor.send("/assessments", "as", "new");
            }
            assertThat(refused).hasStatus(HttpStatus.INSUFFICIENT_STORAGE);
            assertThat(PageVisitor.html(refused)).contains("The disk of the server is full.", "Back to the advice");
            assertThat(visitor.read("/advice")).contains("Host some.");
        }
    }

    private void loseEdition(String address) {
        StoreFaults.loseEdition(
                store,
                address.substring(address.lastIndexOf('/') + 1),
                RULEBOOKS.current().edition());
    }

    private String saved(String hashrate) {
        visitor.follow("/questions/mining", "mining.hashrateEh", hashrate);
        assertThat(visitor.read("/advice")).contains("Save this assessment");
        return visitor.follow("/assessments");
    }
}
