package org.hashwise.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hashwise.assessment.AnswersJson;
import org.hashwise.assessment.ReadToken;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.text.PageText;

/**
 * One version of a saved assessment, as its page shows it beside the advice.
 *
 * @param path of its pages: below {@code /assessments/} for those who may change it, below {@code /shared/} for its readers
 * @param changeable whether the page offers changes
 * @param shared path of the pages for its readers
 * @param newest the newest version
 * @param original the language in which it was written
 * @param savedOn the day, by universal time
 * @param hash of the receipt
 * @param edition what is known of the edition of the rulebook
 */
record SavedVersion(
        String path,
        boolean changeable,
        String shared,
        int version,
        int newest,
        Language original,
        LocalDate asOf,
        LocalDate savedOn,
        String hash,
        EditionState edition,
        List<SavedAnswer> answers) {

    /** One answer. */
    record SavedAnswer(String label, String value) {}

    /** The state of the edition of a receipt. */
    enum EditionState {
        IN_FORCE,
        ARCHIVED,
        /** The edition as this program evaluates it, to another recommendation than the receipt states. */
        DIFFERENT,
        LOST
    }

    /**
     * The addresses of the pages of a saved assessment.
     *
     * @param id of the assessment, never shown to readers, as it permits changes
     */
    record Address(String id, boolean changeable) {
        String path() {
            return changeable ? "/assessments/" + id : shared();
        }

        String shared() {
            return "/shared/" + ReadToken.of(id);
        }
    }

    static SavedVersion of(Address address, Receipt receipt, int newest, EditionState edition, PageText texts) {
        ReceiptFields fields = receipt.fields();
        Answers answers = AnswersJson.read(receipt.json().path("answers"));
        return new SavedVersion(
                address.path(),
                address.changeable(),
                address.shared(),
                fields.version(),
                newest,
                fields.language(),
                fields.asOf(),
                LocalDate.ofInstant(fields.issuedAt(), ZoneOffset.UTC),
                address.changeable() ? receipt.hash() : receipt.unlinked().hash(),
                edition,
                answers.byId().entrySet().stream()
                        .map(answer -> new SavedAnswer(
                                texts.label(answer.getKey()), texts.exactly(answer.getKey(), answer.getValue())))
                        .toList());
    }

    public boolean isLost() {
        return edition == EditionState.LOST;
    }

    /** Returns whether a later version exists. */
    public boolean isOutdated() {
        return version < newest;
    }

    /** The part of addresses that names this version; empty for the newest. */
    public String query() {
        return isOutdated() ? "?version=" + version : "";
    }
}
