package org.hashwise.memo;

import java.time.Clock;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Receipts;
import org.hashwise.consultation.RecordedEvaluations;
import org.hashwise.questionnaire.Language;
import org.springframework.stereotype.Service;

/**
 * The board memos of receipts. A memo depends on its receipt, its language and the casebook in force alone, so that it can be made
 * again from the receipt. Thread-safe.
 */
@Service
public class Memos {

    /** The media type of DOCX. */
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Receipts receipts;
    private final RecordedEvaluations evaluations;
    private final MemoWriter writer;
    private final MemoPdf pdf;
    private final MemoDocx docx;
    private final Clock clock;

    Memos(
            Receipts receipts,
            RecordedEvaluations evaluations,
            MemoWriter writer,
            MemoPdf pdf,
            MemoDocx docx,
            Clock clock) {
        this.receipts = receipts;
        this.evaluations = evaluations;
        this.writer = writer;
        this.pdf = pdf;
        this.docx = docx;
        this.clock = clock;
    }

    /**
     * A receipt of an advice that is not saved: it names no assessment and has no link in the chain. The edition is archived, so
     * that it can be verified later.
     */
    public Receipt receipt(Consultation.Request request) {
        return receipts.issue(request, "", 1, clock.instant(), null).receipt();
    }

    /** @throws org.hashwise.consultation.EditionUnknown when the edition of the receipt is not available */
    public Memo of(Receipt receipt, Language language) {
        return evaluations.evaluate(receipt, language, evaluation -> writer.write(receipt, evaluation));
    }

    /** The same as PDF with the receipt attached. */
    public byte[] pdf(Receipt receipt, Language language) {
        return pdf.of(of(receipt, language), receipt);
    }

    /** The same as DOCX: a copy that can be edited, without a seal. */
    public byte[] docx(Receipt receipt, Language language) {
        return docx.of(of(receipt, language));
    }
}
