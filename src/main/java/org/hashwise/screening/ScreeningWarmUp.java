package org.hashwise.screening;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.hashwise.consultation.WarmUp;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.NumberNotation;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.CaseStudy;
import org.hashwise.spreadsheet.CsvWriter;
import org.hashwise.spreadsheet.SheetCell;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Warm-up of screenings by a table of the casebook, repeated. While the virtual machine compiles what reads and evaluates rows, the first
 * large file takes about twice as long as a later one.
 */
@Component
class ScreeningWarmUp {

    /** A judgement: code that runs once for each row is compiled after some thousands of them. */
    private static final int ROWS = 20_000;

    private static final int ROWS_OF_A_FILE = 1_000;

    /** Between two files, so that requests are served meanwhile. */
    private static final long NANOS_OF_A_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    /** How far each figure differs from that of the row before, so that no number is like another. */
    private static final double STEP = 1e-6;

    private final ActiveRulebook rulebooks;
    private final Screenings screenings;

    ScreeningWarmUp(ActiveRulebook rulebooks, Screenings screenings) {
        this.rulebooks = rulebooks;
        this.screenings = screenings;
    }

    /** Screens the companies of its tables, and stops when a screening of a user is in progress. */
    @EventListener(WarmUp.WarmUpEvent.class)
    void run() throws IOException, UnreadableFile, RefusedColumns {
        ScreeningOptions options = new ScreeningOptions(Screenings.nothingInCommon(Language.EN), false, false);
        List<Screening.ResultOutput> nowhere =
                List.of(new Screening.ResultOutput(ScreeningFormat.NDJSON, false, OutputStream.nullOutputStream()));
        for (int first = 0; first < ROWS && Screenings.inProgress() == 0; first += ROWS_OF_A_FILE) {
            ByteArrayInputStream table = new ByteArrayInputStream(table(rulebooks.current(), first));
            try (RowSource rows = screenings.stream(ScreeningFormat.CSV, table, StandardCharsets.UTF_8)
                    .rows(Language.EN, Map.of(), false)) {
                screenings.screening(options).run(rows, nowhere);
            }
            LockSupport.parkNanos(this, NANOS_OF_A_PAUSE);
        }
    }

    /**
     * A CSV file of companies with amounts of money behind a currency sign.
     *
     * @param first the number of its first row, by which its figures differ from those of others
     */
    static byte[] table(Rulebook rulebook, int first) {
        Questionnaire questionnaire = rulebook.questionnaire();
        List<CaseStudy> cases = rulebook.cases();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        List<SheetCell> headers = new ArrayList<>(List.of(SheetCell.text(Columns.AS_OF)));
        questionnaire.questions().forEach(question -> headers.add(SheetCell.text(question.id())));
        table.writeBytes(CsvWriter.row(headers));
        for (int row = first; row < first + ROWS_OF_A_FILE && !cases.isEmpty(); row++) {
            CaseStudy study = cases.get(row % cases.size());
            List<SheetCell> cells =
                    new ArrayList<>(List.of(SheetCell.text(study.asOf().toString())));
            for (Question question : questionnaire.questions()) {
                Answer answer = study.answers().get(question.id()).orElse(null);
                cells.add(answer == null ? SheetCell.EMPTY : cell(question, answer, 1 - row * STEP));
            }
            table.writeBytes(CsvWriter.row(cells));
        }
        return table.toByteArray();
    }

    private static SheetCell cell(Question question, Answer answer, double factor) {
        String sign = question.kind() == Kind.MONEY ? "$" : "";
        return SheetCell.text(answer.map(
                number -> sign + NumberNotation.plain(number * factor),
                String::valueOf,
                choice -> choice,
                shares -> shares.entrySet().stream()
                        .map(share -> share.getKey() + " " + NumberNotation.plain(share.getValue()) + " %")
                        .collect(Collectors.joining("; "))));
    }
}
