package org.hashwise.screening;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hashwise.analysis.Flip;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.ResultCache;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.spreadsheet.Arrival;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Service that opens files of companies, checks them, and screens them by the edition that the thread holds. Thread-safe. */
@Component
public class Screenings {

    /** The wait for rows that show how a file is written. A judgement: for two of them, half of what the first outcome may take. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private static final long MILLIS_BETWEEN_CHECKS = 2;

    /**
     * The companies whose nearest flip is remembered. A judgement: several files of the size that the page
     * searches fit, in some megabytes.
     */
    private static final int MOST_REMEMBERED = 2_000;

    /** The columns of one edition, which are the same for all files. */
    private record KnownColumns(Questionnaire questionnaire, Columns columns) {}

    private final ActiveRulebook rulebooks;
    private final Clock clock;
    private final Wording wording;
    private final ResultCache<Optional<Flip>> nearestFlips = new ResultCache<>(MOST_REMEMBERED);
    private volatile @Nullable KnownColumns known;

    public Screenings(ActiveRulebook rulebooks, Clock clock, Wording wording) {
        this.rulebooks = rulebooks;
        this.clock = clock;
        this.wording = wording;
    }

    /**
     * A file of companies.
     *
     * @param bytes lines of JSON or a CSV file; null for a workbook
     * @param workbook null unless the format is {@link ScreeningFormat#XLSX}
     * @param charset of a CSV file; null when it is to be found out
     * @param arrival how long to wait for rows that show the notation of a CSV file
     */
    private record Source(
            ScreeningFormat format,
            @Nullable InputStream bytes,
            @Nullable Path workbook,
            @Nullable Charset charset,
            Arrival arrival) {}

    /** A file that is read from a stream: lines of JSON, or CSV. */
    public FileOfCompanies stream(ScreeningFormat format, InputStream bytes, @Nullable Charset charset) {
        return stream(format, bytes, charset, Arrival.COMPLETE);
    }

    /** The same for a file that is still being sent: nobody waits for its first outcome until the rest of it arrives. */
    public FileOfCompanies arriving(ScreeningFormat format, InputStream bytes, @Nullable Charset charset) {
        return stream(format, bytes, charset, Screenings::arrivesSoon);
    }

    private FileOfCompanies stream(
            ScreeningFormat format, InputStream bytes, @Nullable Charset charset, Arrival arrival) {
        if (format == ScreeningFormat.XLSX) {
            throw new IllegalArgumentException("a workbook is read from a file");
        }
        return new FileOfCompanies(new Source(format, bytes, null, charset, arrival));
    }

    private static boolean arrivesSoon(Arrival.Source source) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!source.isReady()) {
                if (System.nanoTime() - end > 0) {
                    return false;
                }
                Thread.sleep(MILLIS_BETWEEN_CHECKS);
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** A workbook. */
    public FileOfCompanies workbook(Path file) {
        return new FileOfCompanies(new Source(ScreeningFormat.XLSX, null, file, null, Arrival.COMPLETE));
    }

    /** The common part of a screening that says nothing but its language. */
    public static Consultation.Request nothingInCommon(Language language) {
        return new Consultation.Request("", null, language, Answers.none());
    }

    /** @throws org.hashwise.consultation.NoMarketYet when no market snapshot is as old as the common day */
    public Screening screening(ScreeningOptions options) {
        return new Screening(rulebooks.current(), wording, LocalDate.now(clock), options, nearestFlips);
    }

    /** Screenings and checks of files in progress. */
    public static int inProgress() {
        return Pipeline.running();
    }

    /** A file of companies, to be read once. */
    public final class FileOfCompanies {

        private final Source source;

        private FileOfCompanies(Source source) {
            this.source = source;
        }

        /**
         * The rows, after the headers of a table were read.
         *
         * @param chosen what columns hold, as far as the user said so, by number from 1; see {@link Columns#of}
         * @param ignoresUnknown whether columns whose header is not understood are left out
         * @throws UnreadableFile when it is no such file
         * @throws RefusedColumns when columns are not understood
         */
        public RowSource rows(Language language, Map<Integer, String> chosen, boolean ignoresUnknown)
                throws IOException, UnreadableFile, RefusedColumns {
            InputStream bytes = source.bytes();
            if (source.format() == ScreeningFormat.NDJSON && bytes != null) {
                return JsonLinesSource.of(bytes, ignoresUnknown);
            }
            Table table = table(language);
            return opened(table, () -> TableSource.of(table, columns(), chosen, ignoresUnknown));
        }

        /**
         * The columns and problems of the file; no company is evaluated.
         *
         * @throws UnreadableFile when it is no such file
         */
        public FileCheck check(Consultation.Request common, Map<Integer, String> chosen, boolean ignoresUnknown)
                throws IOException, UnreadableFile {
            Rulebook rulebook = rulebooks.current();
            FileChecker checker = new FileChecker(new RowContext(rulebook.questionnaire(), wording, common));
            InputStream bytes = source.bytes();
            if (source.format() == ScreeningFormat.NDJSON && bytes != null) {
                return checker.lines(JsonLinesSource.of(bytes, ignoresUnknown));
            }
            try (Table table = table(common.language())) {
                return checker.table(table, columns(), chosen, ignoresUnknown);
            }
        }

        private Columns columns() {
            Questionnaire questionnaire = rulebooks.current().questionnaire();
            KnownColumns made = known;
            if (made == null || made.questionnaire() != questionnaire) {
                made = new KnownColumns(questionnaire, new Columns(questionnaire, wording));
                known = made;
            }
            return made.columns();
        }

        private Table table(Language language) throws IOException, UnreadableFile {
            InputStream bytes = source.bytes();
            Path workbook = source.workbook();
            if (bytes != null) {
                return Table.csv(bytes, source.charset(), language, source.arrival());
            }
            if (workbook == null) {
                throw new IllegalStateException(source.format().name());
            }
            return Table.workbook(workbook, language);
        }

        private static RowSource opened(Closeable table, Opening opening)
                throws IOException, UnreadableFile, RefusedColumns {
            boolean opened = false;
            try {
                RowSource rows = opening.open();
                opened = true;
                return rows;
            } finally {
                if (!opened) {
                    table.close();
                }
            }
        }

        private interface Opening {
            RowSource open() throws IOException, UnreadableFile, RefusedColumns;
        }
    }
}
