package org.hashwise.memo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Receipts;
import org.hashwise.consultation.RecordedEvaluations;
import org.hashwise.consultation.Verification;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.spreadsheet.CsvWriter;
import org.hashwise.spreadsheet.SheetCell;
import org.hashwise.spreadsheet.SheetWriter;
import org.hashwise.text.PageTexts;
import org.springframework.stereotype.Service;

/**
 * The board memos of receipts. A memo depends on its receipt and its language alone, so that it can be made again from the receipt.
 * Thread-safe.
 */
@Service
public class Memos {

    /** The media type of DOCX. */
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Receipts receipts;
    private final RecordedEvaluations evaluations;
    private final MemoReproduction memos;
    private final MemoDocx docx;
    private final PageTexts texts;
    private final Wording wording;
    private final Clock clock;

    Memos(
            Receipts receipts,
            RecordedEvaluations evaluations,
            MemoReproduction memos,
            MemoDocx docx,
            PageTexts texts,
            Wording wording,
            Clock clock) {
        this.receipts = receipts;
        this.evaluations = evaluations;
        this.memos = memos;
        this.docx = docx;
        this.texts = texts;
        this.wording = wording;
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
        return memos.model(receipt, language);
    }

    /** The model of the page with a memo: the variables of the templates, but for the words. */
    public Map<String, Object> page(Receipt receipt, Language language) {
        return MemoDocument.variables(of(receipt, language), texts.in(language), MemoDocument.Front.USUAL);
    }

    /** The numbers, reasons and assumptions of the advice as CSV. */
    public byte[] csv(Receipt receipt, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        figures(receipt, language).forEach(row -> bytes.writeBytes(CsvWriter.row(row)));
        return bytes.toByteArray();
    }

    /** The same as XLSX. */
    public byte[] workbook(Receipt receipt, Language language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SheetWriter writer = new SheetWriter(bytes, texts.in(language).message("figures.sheet"));
            for (List<SheetCell> row : figures(receipt, language)) {
                writer.append(SheetWriter.row(row));
            }
            writer.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private List<List<SheetCell>> figures(Receipt receipt, Language language) {
        return evaluations.evaluate(
                receipt,
                language,
                evaluation -> FiguresTable.of(
                        evaluation, AdviceDocument.of(evaluation.advice(), wording), texts.in(language)));
    }

    /**
     * Verifies a memo as PDF, or a receipt. The pages of a memo whose receipt is reproduced are compared with those of the memo that
     * is made again.
     *
     * @throws IOException when the file begins like a PDF and cannot be read, or is larger than a memo can be
     * @throws org.hashwise.assessment.ReceiptUnreadable when it is neither a PDF nor a receipt
     */
    public MemoCheck check(byte[] file) throws IOException {
        if (!SealedPdf.isPdf(file)) {
            Receipt receipt = Receipt.parse(new String(file, StandardCharsets.UTF_8));
            return new MemoCheck(false, receipts.verify(receipt), List.of(), null);
        }
        PdfBounds.check(file);
        SealedPdf.Seal seal = SealedPdf.read(file);
        if (seal.receipt() == null) {
            return new MemoCheck(true, null, seal.flaws(), null);
        }
        Receipt receipt = Receipt.parse(seal.receipt());
        Verification verification = receipts.verify(receipt);
        return new MemoCheck(
                true,
                verification,
                seal.flaws(),
                verification.reproduced() ? memos.difference(file, receipt, seal.language()) : null);
    }

    /** The memo as PDF with the receipt attached. */
    public byte[] pdf(Receipt receipt, Language language) {
        return memos.pdf(receipt, language);
    }

    /** The memo as DOCX: a copy that can be edited, without a seal. */
    public byte[] docx(Receipt receipt, Language language) {
        return docx.of(of(receipt, language));
    }
}
