package org.hashwise.memo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.WarmUp;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Warm-up of the memo: templates, style sheet, fonts, the classes of the PDF and the digest of its text. The first memo of a cold program takes several
 * times as long as a later one.
 */
@Component
class MemoWarmUp {

    private final Consultation consultation;
    private final MemoWriter writer;
    private final MemoPdf pdf;

    MemoWarmUp(Consultation consultation, MemoWriter writer, MemoPdf pdf) {
        this.consultation = consultation;
        this.writer = writer;
        this.pdf = pdf;
    }

    /** Before other modules, as a first visitor may ask for one. */
    @EventListener(WarmUp.WarmUpEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void run() {
        for (Language language : Language.values()) {
            Consultation.Request request = new Consultation.Request("", null, language, Answers.none());
            Memo.ReceiptSeal seal = new Memo.ReceiptSeal(
                    "sha256:" + "0".repeat(64), "", 1, Instant.EPOCH, consultation.edition(), "", "");
            byte[] pages = pdf.pages(writer.write(seal, consultation.evaluate(request)));
            try (PDDocument document = Loader.loadPDF(pages)) {
                SealedPdf.digest(document);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
