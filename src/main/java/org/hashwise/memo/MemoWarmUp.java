package org.hashwise.memo;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ActiveRulebook;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Background warm-up of the memo after the start: templates, style sheet, fonts and the classes of the PDF. The first memo of a cold
 * program takes several times as long as a later one.
 */
@Component
@ConditionalOnProperty("hashwise.warm-up")
class MemoWarmUp {

    /** Users who waited for the start, and the analyses, are served first. */
    private static final long PAUSE_SECONDS = 10;

    private final ActiveRulebook rulebooks;
    private final Consultation consultation;
    private final MemoWriter writer;
    private final MemoPdf pdf;

    MemoWarmUp(ActiveRulebook rulebooks, Consultation consultation, MemoWriter writer, MemoPdf pdf) {
        this.rulebooks = rulebooks;
        this.consultation = consultation;
        this.writer = writer;
        this.pdf = pdf;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread thread = new Thread(this::run, "memo-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void run() {
        try {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return;
        }
        try (ActiveRulebook.Lease lease = rulebooks.hold()) {
            for (Language language : Language.values()) {
                Consultation.Request request = new Consultation.Request("", null, language, Answers.none());
                Memo.Seal seal =
                        new Memo.Seal("sha256:" + "0".repeat(64), "", 1, Instant.EPOCH, consultation.edition(), "", "");
                pdf.pages(writer.write(seal, consultation.evaluate(request)));
            }
        }
    }
}
