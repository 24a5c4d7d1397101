package org.hashwise.memo;

import java.io.IOException;
import java.time.Clock;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Analyses;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.EditionRepository;
import org.hashwise.consultation.Projections;
import org.hashwise.consultation.RecordedEvaluations;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.text.PageTexts;
import org.hashwise.text.TemplateFolder;
import org.hashwise.text.TypesetMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Reproduction of a memo from its receipt, and its comparison with a memo from outside. Thread-safe. */
@Component
public class MemoReproduction {

    private final RecordedEvaluations evaluations;
    private final MemoWriter writer;
    private final MemoPdf pdf;

    MemoReproduction(RecordedEvaluations evaluations, MemoWriter writer, MemoPdf pdf) {
        this.evaluations = evaluations;
        this.writer = writer;
        this.pdf = pdf;
    }

    /**
     * For programs without a Spring context.
     *
     * @param rulebooks give the names of questions and figures
     * @param editions are looked through for the edition of a receipt
     * @param settings as those of the server
     */
    public static MemoReproduction of(
            ActiveRulebook rulebooks, EditionRepository editions, Environment settings, Clock clock) {
        Consultation consultation = new Consultation(rulebooks, clock);
        Wording wording = new Wording(consultation, settings.getProperty("hashwise.templates", "templates"));
        TemplateFolder folder = TemplateFolder.of(settings);
        TypesetMessages messages = TypesetMessages.of(folder);
        PageTexts texts = new PageTexts(consultation, wording, messages);
        return new MemoReproduction(
                new RecordedEvaluations(editions),
                new MemoWriter(new Analyses(rulebooks), new Projections(rulebooks), wording, texts),
                new MemoPdf(new MemoDocument(MemoTemplates.engine(folder, messages), texts, folder), texts, folder));
    }

    /** @throws org.hashwise.consultation.EditionUnknown when the edition of the receipt is not available */
    Memo model(Receipt receipt, Language language) {
        return evaluations.evaluate(receipt, language, evaluation -> writer.write(receipt, evaluation));
    }

    byte[] pdf(Receipt receipt, Language language) {
        return pdf.of(model(receipt, language), receipt);
    }

    /**
     * The first difference between a memo and the memo made again from its receipt; null when there is none.
     *
     * @param language code of the language of the memo; English when it is none of ours
     * @throws IOException when the file is no readable PDF
     * @throws org.hashwise.consultation.EditionUnknown when the edition of the receipt is not available
     */
    public MemoCheck.@Nullable MemoDifference difference(byte[] memo, Receipt receipt, String language)
            throws IOException {
        return PdfComparison.first(memo, pdf(receipt, Language.ofCode(language).orElse(Language.EN)));
    }
}
