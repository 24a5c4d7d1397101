package org.hashwise.consultation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hashwise.assessment.Receipt;
import org.hashwise.assessment.ReceiptFields;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.CompiledRulebookCache;

/** Evaluation of receipts by the consultation of a slice, as long as their edition is not said to be lost. */
public class PlainEvaluations extends RecordedEvaluations {

    private final Consultation consultation;
    private final Set<String> lost = new HashSet<>();

    PlainEvaluations(Consultation consultation) {
        super(new EditionRepository(new CompiledRulebookCache(1, 0), List.of()));
        this.consultation = consultation;
    }

    /** From now on the edition with this fingerprint is not available. */
    public void lose(String edition) {
        lost.add(edition);
    }

    /** All editions are available again. */
    public void findAll() {
        lost.clear();
    }

    @Override
    public <T> T evaluate(Receipt receipt, Language language, Function<Evaluation, T> use) {
        ReceiptFields fields = receipt.fields();
        if (lost.contains(fields.rulebook())) {
            throw new EditionUnknown(fields.rulebook());
        }
        var answers = new AnswersReader(consultation.questionnaire())
                .read(fields.answers())
                .answers();
        return use.apply(
                consultation.evaluate(new Consultation.Request(fields.company(), fields.asOf(), language, answers)));
    }
}
