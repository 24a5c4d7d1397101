package org.hashwise.memo;

import java.time.Instant;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.WarmUpStep;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.springframework.stereotype.Component;

/**
 * Warm-up of the memo: templates, style sheet, fonts and the classes of the PDF. The first memo of a cold program takes several
 * times as long as a later one.
 */
@Component
class MemoWarmUp implements WarmUpStep {

    private final Consultation consultation;
    private final MemoWriter writer;
    private final MemoPdf pdf;

    MemoWarmUp(Consultation consultation, MemoWriter writer, MemoPdf pdf) {
        this.consultation = consultation;
        this.writer = writer;
        this.pdf = pdf;
    }

    @Override
    public void run() {
        for (Language language : Language.values()) {
            Consultation.Request request = new Consultation.Request("", null, language, Answers.none());
            Memo.ReceiptSeal seal = new Memo.ReceiptSeal(
                    "sha256:" + "0".repeat(64), "", 1, Instant.EPOCH, consultation.edition(), "", "");
            pdf.pages(writer.write(seal, consultation.evaluate(request)));
        }
    }
}
