package org.hashwise.screening;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.EvaluationStopped;
import org.hashwise.advice.Strategy;
import org.hashwise.advice.Verdict;
import org.hashwise.advice.VerdictPool;
import org.hashwise.analysis.AnalysisCancelled;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.CasePeers;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.Evaluation;
import org.hashwise.consultation.FailureTrace;
import org.hashwise.consultation.NoMarketYet;
import org.hashwise.consultation.Overlay;
import org.hashwise.consultation.Overlays;
import org.hashwise.consultation.Plain;
import org.hashwise.consultation.ResultCache;
import org.hashwise.consultation.ViewPanel;
import org.hashwise.consultation.Wording;
import org.hashwise.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One screening: a stream of companies against one edition of the rulebook, one market and common answers. Rows are evaluated
 * by all processors and written in the order in which they were sent; memory does not grow with their number. Thread-safe; it may
 * be used as long as its edition is open.
 */
public final class Screening {

    private static final Logger LOG = LoggerFactory.getLogger(Screening.class);
    private static final int FAILED = 500;
    private static final int STOPPED = 503;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Rulebook rulebook;
    private final Wording wording;
    private final LocalDate today;
    private final ScreeningOptions options;
    private final RowContext context;
    private final LocalDate market;
    private final VerdictPool rules;
    private final Overlays overlays;
    private final ViewPanel panel;
    private final @Nullable Adviser overlaidRules;
    private final @Nullable VerdictPool overlaidVerdicts;
    private final @Nullable CasePeers peers;
    private final ResultCache<Optional<Flip>> nearestFlips;
    private final AtomicLong done = new AtomicLong();

    /**
     * @param today the day of rows that name none
     * @param nearestFlips those found lately, so that equal companies, and the same file in another format, take no search
     * @throws NoMarketYet when no market snapshot is as old as the common day
     */
    Screening(
            Rulebook rulebook,
            Wording wording,
            LocalDate today,
            ScreeningOptions options,
            ResultCache<Optional<Flip>> nearestFlips) {
        this.rulebook = rulebook;
        this.wording = wording;
        this.today = today;
        this.options = options;
        this.nearestFlips = nearestFlips;
        this.context = new RowContext(rulebook.questionnaire(), wording, options.common());
        Evaluation common = Evaluation.of(rulebook, options.common(), today);
        this.market = common.market().asOf();
        this.rules = new VerdictPool(rulebook);
        this.overlays = Overlays.of(rulebook);
        this.peers = options.full() ? CasePeers.of(rulebook) : null;
        this.panel = overlays.panel(options.alternatives().views());
        Overlay overlay = options.alternatives().overlay();
        this.overlaidRules = overlay == null ? null : overlays.rules(overlay);
        this.overlaidVerdicts = overlaidRules == null ? null : new VerdictPool(overlaidRules);
    }

    /**
     * A destination of results. A result is complete only with its end: see {@link ScreeningFormat}.
     *
     * @param refusedOnly whether to write the refused rows as they were sent, in place of the outcomes
     * @param out stays open; flushed whenever the next outcome is not there yet
     */
    public record ResultOutput(ScreeningFormat format, boolean refusedOnly, OutputStream out) {}

    /**
     * Screens all rows and writes the results; to be called once.
     *
     * @throws AnalysisCancelled when the cancellation of the thread says so
     * @throws BrokenFile when the file broke off; the outcomes of the rows before are written, and a last one that says so
     * @throws IOException when rows cannot be read or outcomes cannot be written
     */
    public ScreeningSummary run(RowSource rows, List<ResultOutput> targets) throws IOException {
        List<OutcomeFormat> formats = targets.stream()
                .map(target -> target.refusedOnly() ? refused(rows, target.format()) : outcomes(rows, target.format()))
                .toList();
        for (int number = 0; number < formats.size(); number++) {
            formats.get(number).begin(targets.get(number).out());
        }
        long start = System.nanoTime();
        StatisticsCollector statistics = new StatisticsCollector();
        try {
            Pipeline.run(rows, row -> encoded(row, formats), new Pipeline.ResultConsumer<Encoded>() {
                @Override
                public void accept(Encoded row) throws IOException {
                    statistics.add(row.outcome());
                    append(row, formats, targets);
                    done.incrementAndGet();
                }

                @Override
                public void flush() throws IOException {
                    for (ResultOutput target : targets) {
                        target.out().flush();
                    }
                }
            });
        } catch (BrokenFile broken) {
            append(encoded(RefusedRow.of(broken.line() + 1, broken.key(), broken.line()), formats), formats, targets);
            for (int number = 0; number < formats.size(); number++) {
                formats.get(number).breakOff(targets.get(number).out());
            }
            throw broken;
        }
        ScreeningSummary summary = summary(statistics, start);
        for (int number = 0; number < formats.size(); number++) {
            formats.get(number).end(summary, targets.get(number).out());
            targets.get(number).out().flush();
        }
        return summary;
    }

    /** The fingerprint of the rulebook by which companies are advised. */
    public String edition() {
        return rulebook.edition();
    }

    /** The number of rows written so far; any thread may ask. */
    public long rowsDone() {
        return done.get();
    }

    /** An outcome and how it is written to each target. */
    private record Encoded(Outcome outcome, List<byte[]> bytes) {}

    private static void append(Encoded row, List<OutcomeFormat> formats, List<ResultOutput> targets)
            throws IOException {
        for (int number = 0; number < formats.size(); number++) {
            formats.get(number)
                    .append(row.bytes().get(number), targets.get(number).out());
        }
    }

    private Encoded encoded(SourceRow row, List<OutcomeFormat> formats) {
        Outcome outcome = outcome(row);
        return new Encoded(
                outcome, formats.stream().map(format -> format.row(outcome)).toList());
    }

    private OutcomeFormat outcomes(RowSource source, ScreeningFormat format) {
        ResultRows rows = new ResultRows(wording, options);
        return switch (format) {
            case NDJSON -> new NdjsonFormat(wording);
            case CSV ->
                new TableFormat(
                        rows,
                        new CsvEncoding(
                                source.dialect().separator(), source.dialect().marked()));
            case XLSX -> new TableFormat(rows, workbook("screening.sheet.result", "screening.sheet.summary"));
        };
    }

    private OutcomeFormat refused(RowSource source, ScreeningFormat format) {
        RefusedRows rows = new RefusedRows(source.headers());
        return switch (format) {
            case NDJSON -> new RefusedJson(source.headers());
            case CSV -> new TableFormat(rows, new CsvEncoding(source.dialect().separator(), true));
            case XLSX -> new TableFormat(rows, workbook("screening.sheet.refused"));
        };
    }

    private WorkbookEncoding workbook(String... keys) {
        return new WorkbookEncoding(Stream.of(keys)
                .map(key -> wording.text(key, options.language()))
                .toArray(String[]::new));
    }

    /** Screens all rows for a program that shows them itself, in order. */
    public ScreeningSummary show(RowSource rows, Consumer<ScreenedCompany> companies) throws IOException {
        return run(rows, outcome -> companies.accept(ScreenedCompany.of(outcome)));
    }

    ScreeningSummary run(RowSource rows, Consumer<Outcome> outcomes) throws IOException {
        long start = System.nanoTime();
        StatisticsCollector statistics = new StatisticsCollector();
        Pipeline.run(rows, this::outcome, outcome -> {
            statistics.add(outcome);
            outcomes.accept(outcome);
        });
        return summary(statistics, start);
    }

    private ScreeningSummary summary(StatisticsCollector statistics, long start) {
        Overlay overlay = options.alternatives().overlay();
        return new ScreeningSummary(
                statistics.rows(),
                statistics.advised(),
                statistics.rows() - statistics.advised(),
                Plain.rounded((System.nanoTime() - start) / NANOS, 3),
                rulebook.edition(),
                market,
                statistics.result(),
                overlay == null ? null : statistics.overlay(overlay.hash(), overlay.edition(rulebook.edition())),
                panel.views().isEmpty()
                        ? null
                        : panel.views().stream()
                                .map(view -> statistics.view(view.id(), overlays.edition(view)))
                                .toList());
    }

    private Outcome outcome(SourceRow source) {
        CompanyRow row = source.read(context);
        Consultation.Request request = row.request();
        if (request == null) {
            return failed(source, row, Outcome.REFUSED, row.errors());
        }
        try {
            return new Outcome(
                    row.line(), row.id(), row.company(), Outcome.ADVISED, advised(request), List.of(), source);
        } catch (NoMarketYet early) {
            ErrorItem error = ErrorItem.of(early.problem(), wording, request.language());
            return failed(source, row, Outcome.REFUSED, List.of(error));
        } catch (EvaluationStopped stopped) {
            LOG.error("Rule {} fired without end and was stopped", stopped.rule());
            return failed(source, row, STOPPED, List.of(failure("failure.503.detail", stopped.rule())));
        } catch (AnalysisCancelled cancelled) {
            throw cancelled;
        } catch (RuntimeException failure) {
            LOG.error("The evaluation of a row failed{}", FailureTrace.of(failure));
            return failed(source, row, FAILED, List.of(failure("failure.500.detail")));
        }
    }

    private ErrorItem failure(String key, Object... arguments) {
        return new ErrorItem("", null, wording.text(key, options.language(), arguments), null, null);
    }

    private static Outcome failed(SourceRow source, CompanyRow row, int status, List<ErrorItem> errors) {
        return new Outcome(row.line(), row.id(), row.company(), status, null, errors, source);
    }

    private Outcome.Advised advised(Consultation.Request request) {
        Evaluation evaluation = Evaluation.of(rulebook, request, today);
        Verdict verdict = rules.verdict(evaluation.situation());
        return new Outcome.Advised(
                request.language(),
                verdict,
                evaluation.doubts(),
                options.flips() ? nearestFlip(evaluation) : null,
                options.flips(),
                document(evaluation),
                overlaid(evaluation, verdict.strategy()),
                panel.views().isEmpty() ? null : panel.opinions(evaluation.situation(), verdict.strategy()));
    }

    private @Nullable Flip nearestFlip(Evaluation evaluation) {
        return nearestFlips.get(evaluation, "", evaluation::nearestFlip).orElse(null);
    }

    private Outcome.@Nullable Overlaid overlaid(Evaluation evaluation, Strategy own) {
        Overlay overlay = options.alternatives().overlay();
        if (overlay == null || overlaidRules == null || overlaidVerdicts == null) {
            return null;
        }
        Evaluation changed = Overlays.apply(evaluation, overlay, overlaidRules);
        Verdict verdict = overlaidVerdicts.verdict(changed.situation());
        return new Outcome.Overlaid(verdict, verdict.strategy() != own, document(changed));
    }

    /** The whole advice as the API gives it to one company; null unless it is asked for. */
    private @Nullable AdviceDocument document(Evaluation evaluation) {
        return peers == null
                ? null
                : AdviceDocument.of(evaluation.advice(), wording)
                        .with(peers.items(evaluation), evaluation.situation().asOf());
    }
}
