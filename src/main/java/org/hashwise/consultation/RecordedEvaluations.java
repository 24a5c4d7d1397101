package org.hashwise.consultation;

import java.util.function.Function;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.VerdictSource;
import org.springframework.stereotype.Service;

/** Evaluation of receipts: their answers and market by the edition of the rulebook that they name. Thread-safe. */
@Service
public class RecordedEvaluations {

    private final EditionRepository editions;

    public RecordedEvaluations(EditionRepository editions) {
        this.editions = editions;
    }

    /**
     * The result of a function of the evaluation of a receipt; its edition is open as long as the function runs.
     *
     * @param language of the texts, which may be another than that of the receipt
     * @throws EditionUnknown when the edition is not available, or not supported any more
     */
    public <T> T evaluate(Receipt receipt, Language language, Function<Evaluation, T> use) {
        ReceiptFields fields = receipt.fields();
        try (EditionRepository.EditionLease lease = editions.open(fields.rulebook())) {
            Rulebook rulebook = lease.rulebook();
            if (rulebook == null) {
                throw new EditionUnknown(fields.rulebook());
            }
            if (lease.found() != Verification.Found.IN_FORCE && rulebook.verdictSource() == VerdictSource.UNVERIFIED) {
                // Analyses ask for thousands of verdicts. The edition in force has its own, longer check.
                rulebook.verifyBytecodeBriefly();
            }
            return use.apply(Evaluation.of(rulebook, fields, fields.market()).in(language));
        }
    }
}
