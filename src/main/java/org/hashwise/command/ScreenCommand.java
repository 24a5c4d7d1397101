package org.hashwise.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.Alternatives;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.ErrorItem;
import org.hashwise.consultation.InvalidRequest;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.NoMarketYet;
import org.hashwise.consultation.Overlays;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.MessageBundle;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.RulebookRejected;
import org.hashwise.screening.FileCheck;
import org.hashwise.screening.NumberConvention;
import org.hashwise.screening.RefusedColumns;
import org.hashwise.screening.RowSource;
import org.hashwise.screening.Screening;
import org.hashwise.screening.ScreeningFormat;
import org.hashwise.screening.ScreeningOptions;
import org.hashwise.screening.ScreeningSummary;
import org.hashwise.screening.Screenings;
import org.hashwise.screening.Screenings.FileOfCompanies;
import org.hashwise.screening.StatisticsText;
import org.hashwise.screening.UnreadableFile;
import org.jspecify.annotations.Nullable;

/**
 * {@code screen <file> [--out <file>] [--refused <file>] [--check]}: the advice for each company of a file of JSON lines, CSV or
 * a workbook; the endings of the names decide the formats.
 */
final class ScreenCommand extends ParsedCommand<ScreenArguments> {

    private static final MessageBundle MESSAGES = MessageBundle.of("org.hashwise.command.screen");
    private static final int DONE = 0;
    private static final int FOUND = 1;

    /** In larger files it pays to make bytecode of the rules, which takes a second at most. */
    private static final long MANY_BYTES = 256 << 10;

    /** So many companies are screened within seconds by the code of the first JIT compiler; measured. */
    private static final long MOST_COMPANIES = 7_000;

    /** The same without their nearest flips. */
    private static final long MOST_COMPANIES_WITHOUT_FLIPS = 250_000;

    private static final int SAMPLED_BYTES = 64 << 10;

    /** Of a row of the casebook, packed; measured. */
    private static final int BYTES_OF_A_WORKBOOK_ROW = 95;

    private final Clock clock;
    private final PrintStream notes;
    private final boolean onTerminal;

    /** @param clock for the date of rows that name none */
    ScreenCommand(Clock clock) {
        this(clock, System.err, Terminal.console().isPresent());
    }

    /**
     * @param notes where people read how it goes; programs read the result alone
     * @param onTerminal whether they are a terminal, which can show a progress bar
     */
    ScreenCommand(Clock clock, PrintStream notes, boolean onTerminal) {
        super("screen", ScreenArguments::new);
        this.clock = clock;
        this.notes = notes;
        this.onTerminal = onTerminal;
    }

    @Override
    public boolean isBrief(List<String> arguments) {
        return parsed(arguments).filter(ScreenCommand::isBrief).isPresent();
    }

    private static boolean isBrief(ScreenArguments arguments) {
        boolean little = arguments.noFlips && arguments.detail == ScreenArguments.Detail.BRIEF;
        int evaluations = 1 + arguments.views.size() + (arguments.overlay == null ? 0 : 1);
        return companies(arguments.file) * evaluations <= (little ? MOST_COMPANIES_WITHOUT_FLIPS : MOST_COMPANIES);
    }

    /** How many companies a file holds, by its length and that of its first lines, or of usual rows of a workbook; 0 when it cannot be read. */
    private static long companies(Path file) {
        boolean workbook = ScreeningFormat.ofFile(file.toString()).orElse(null) == ScreeningFormat.XLSX;
        try (InputStream bytes = Files.newInputStream(file)) {
            if (workbook) {
                return Files.size(file) / BYTES_OF_A_WORKBOOK_ROW;
            }
            byte[] beginning = bytes.readNBytes(SAMPLED_BYTES);
            long lines = 0;
            for (byte each : beginning) {
                lines += each == '\n' ? 1 : 0;
            }
            return beginning.length == 0 ? 0 : Files.size(file) * Math.max(1, lines) / beginning.length;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    @Override
    PrintStream misuse(PrintStream out) {
        return notes;
    }

    @Override
    String usage() {
        return MESSAGES.text("usage");
    }

    @Override
    int run(ScreenArguments arguments, PrintStream out) {
        Path twice = arguments.namedTwice();
        if (twice != null) {
            notes.println(MESSAGES.text("same-file", twice));
            return MISUSED;
        }
        if (arguments.detail == ScreenArguments.Detail.FULL && arguments.check) {
            notes.println(MESSAGES.text("full-check"));
            return MISUSED;
        }
        if (arguments.detail == ScreenArguments.Detail.FULL
                && arguments.out != null
                && format(arguments.out) != ScreeningFormat.NDJSON) {
            notes.println(MESSAGES.text("full-lines"));
            return MISUSED;
        }
        Path folder = arguments.missingFolder();
        if (folder != null) {
            notes.println(MESSAGES.text("no-folder", folder));
            return MISUSED;
        }
        try {
            ActiveRulebook activeRulebook = ActiveRulebook.at(arguments.rules, clock);
            Wording wording = Wording.of(() -> activeRulebook.current().questionnaire());
            Screenings screenings = new Screenings(activeRulebook, clock, wording);
            try {
                ScreeningOptions options = options(arguments, activeRulebook.current());
                return arguments.check
                        ? check(arguments, screenings, options.common(), out)
                        : screen(arguments, activeRulebook, screenings, options, wording, out);
            } catch (UnreadableFile unreadable) {
                notes.println(unreadable.sentence(wording, arguments.language));
            } catch (RefusedColumns refused) {
                refused.errors(wording, arguments.language).forEach(this::print);
                notes.println(MESSAGES.text("columns"));
            } catch (InvalidRequest invalid) {
                invalid.problems().forEach(problem -> print(ErrorItem.of(problem, wording, arguments.language)));
                notes.println(MESSAGES.text("common"));
            } catch (NoMarketYet none) {
                notes.println(MESSAGES.text("no-market", none.asked(), none.first()));
            } catch (NoSuchFileException missing) {
                notes.println(MESSAGES.text("no-file", missing.getFile()));
            } catch (IOException failure) {
                notes.println(MESSAGES.text("failed", String.valueOf(failure.getMessage())));
            }
        } catch (RulebookRejected rejected) {
            notes.println(MESSAGES.text("rejected"));
            rejected.problems().forEach(notes::println);
        }
        return FOUND;
    }

    private static ScreeningOptions options(ScreenArguments arguments, Rulebook rulebook) throws IOException {
        JsonBody common = arguments.common == null ? JsonBody.empty() : body(arguments.common);
        if (arguments.overlay != null) {
            common = common.with(Alternatives.OVERLAY, body(arguments.overlay));
        }
        if (!arguments.views.isEmpty()) {
            common = common.with(Alternatives.VIEWS, arguments.views);
        }
        return ScreeningOptions.read(
                common,
                rulebook.questionnaire(),
                Overlays.of(rulebook),
                arguments.language,
                arguments.detail == ScreenArguments.Detail.FULL,
                !arguments.noFlips);
    }

    private static JsonBody body(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return JsonBody.read(bytes);
        }
    }

    private FileOfCompanies opened(ScreenArguments arguments, Screenings screenings) throws IOException {
        ScreeningFormat format = format(arguments.file);
        return format == ScreeningFormat.XLSX
                ? screenings.workbook(existing(arguments.file))
                : screenings.stream(format, Files.newInputStream(arguments.file), null);
    }

    private static Path existing(Path file) throws NoSuchFileException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return file;
    }

    private static ScreeningFormat format(Path file) {
        return ScreeningFormat.ofFile(file.toString()).orElseThrow();
    }

    private int check(ScreenArguments arguments, Screenings screenings, Consultation.Request common, PrintStream out)
            throws IOException, UnreadableFile {
        FileCheck check = opened(arguments, screenings).check(common, Map.of(), arguments.ignoreUnknown);
        List<FileCheck.ColumnItem> columns = check.columns();
        if (columns != null) {
            columns.forEach(column -> out.println(MESSAGES.text(
                    column.problem() == null ? "check.column" : "check.unknown",
                    column.number(),
                    column.header(),
                    column.id() == null ? "-" : column.id(),
                    column.unit() == null ? "" : column.unit(),
                    column.problem() == null ? "" : column.problem(),
                    column.suggestion() == null ? "-" : column.suggestion())));
        }
        FileCheck.Form form = check.form();
        if (form != null) {
            out.println(MESSAGES.text(
                    "check.form",
                    form.separatorNumber(),
                    form.encoding() == null ? "" : ", " + form.encoding(),
                    form.headerLine(),
                    form.numbersNumber()));
            if (form.encoding() != null && form.hasAssumedEncoding()) {
                out.println(MESSAGES.text("check.encoding", form.encoding()));
            }
            if (!form.otherSheets().isEmpty()) {
                out.println(MESSAGES.text(
                        "check.sheets", String.valueOf(form.sheet()), String.join(", ", form.otherSheets())));
            }
            if (form.mergedRow() != null) {
                out.println(MESSAGES.text("check.merged", form.mergedRow()));
            }
            if (form.numbers() == NumberConvention.MIXED) {
                out.println(MESSAGES.text("check.mixed"));
            }
        }
        for (FileCheck.RowProblems row : check.problems()) {
            row.errors().forEach(error -> out.println(line(row.line(), error)));
        }
        out.println(MESSAGES.text("check.rows", check.rows(), check.refused()));
        return check.refused() == 0 && check.areColumnsUnderstood() ? DONE : FOUND;
    }

    private static String line(long line, ErrorItem error) {
        return MESSAGES.text(
                error.column() == null ? "problem" : "problem.column",
                line,
                error.column() == null ? 0 : error.column(),
                error.id(),
                error.problem());
    }

    private void print(ErrorItem error) {
        notes.println(MESSAGES.text(
                error.suggestion() == null ? "error" : "error.suggestion",
                error.column() == null ? error.id() : error.column(),
                error.problem(),
                String.valueOf(error.suggestion())));
    }

    private int screen(
            ScreenArguments arguments,
            ActiveRulebook activeRulebook,
            Screenings screenings,
            ScreeningOptions options,
            Wording wording,
            PrintStream out)
            throws IOException, UnreadableFile, RefusedColumns {
        if (Files.exists(arguments.file) && Files.size(arguments.file) > MANY_BYTES) {
            activeRulebook.current().verifyBytecodeBriefly();
        }
        Screening screening = screenings.screening(options);
        try (RowSource rows =
                        opened(arguments, screenings).rows(arguments.language, Map.of(), arguments.ignoreUnknown);
                Result result = new Result(arguments.out);
                Result refused = new Result(arguments.refused)) {
            List<Screening.ResultOutput> targets = new ArrayList<>();
            targets.add(new Screening.ResultOutput(
                    arguments.out == null ? ScreeningFormat.NDJSON : format(arguments.out),
                    false,
                    result.out == null ? out : result.out));
            if (refused.out != null && arguments.refused != null) {
                targets.add(new Screening.ResultOutput(format(arguments.refused), true, refused.out));
            }
            ScreeningSummary summary;
            try (ScreenProgress progress =
                    new ScreenProgress(screening::rowsDone, onTerminal && arguments.out != null ? notes : null)) {
                summary = screening.run(rows, targets);
            }
            result.complete();
            refused.complete();
            notes.println(MESSAGES.text(
                    "summary",
                    summary.rows(),
                    summary.advised(),
                    summary.refused(),
                    summary.seconds(),
                    summary.edition(),
                    summary.market()));
            notes.println(StatisticsText.of(summary, wording, arguments.language));
            tellAlternatives(summary);
            return summary.refused() == 0 ? DONE : FOUND;
        }
    }

    private void tellAlternatives(ScreeningSummary summary) {
        ScreeningSummary.OverlaySummary overlay = summary.overlay();
        if (overlay != null) {
            notes.println(MESSAGES.text("summary.overlay", overlay.flips(), overlay.edition()));
        }
        List<ScreeningSummary.ViewSummary> views = summary.views();
        if (views != null) {
            views.forEach(
                    view -> notes.println(MESSAGES.text("summary.view", view.view(), view.agrees(), view.dissents())));
        }
    }

    /** A file that takes its name only when it is complete. */
    private static final class Result implements AutoCloseable {

        private final @Nullable Path file;
        private final @Nullable Path unfinished;
        final @Nullable OutputStream out;

        Result(@Nullable Path file) throws IOException {
            this.file = file;
            if (file == null) {
                unfinished = null;
                out = null;
            } else {
                Path folder = file.toAbsolutePath().getParent();
                unfinished = Files.createTempFile(folder, ".screen-", ".unfinished");
                out = new BufferedOutputStream(Files.newOutputStream(unfinished));
            }
        }

        void complete() throws IOException {
            if (file != null && unfinished != null && out != null) {
                out.close();
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        @Override
        public void close() throws IOException {
            if (unfinished != null && out != null) {
                out.close();
                Files.deleteIfExists(unfinished);
            }
        }
    }
}
