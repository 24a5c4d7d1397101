package org.hashwise.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hashwise.consultation.Alternatives;
import org.hashwise.consultation.Consultation;
import org.hashwise.files.DataFolder;
import org.hashwise.files.PrivateFiles;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.model.HouseView;
import org.hashwise.screening.FileCheck;
import org.hashwise.screening.RefusedColumns;
import org.hashwise.screening.RowSource;
import org.hashwise.screening.ScreenedCompany;
import org.hashwise.screening.Screening;
import org.hashwise.screening.ScreeningFormat;
import org.hashwise.screening.ScreeningOptions;
import org.hashwise.screening.ScreeningSummary;
import org.hashwise.screening.Screenings;
import org.hashwise.screening.Screenings.FileOfCompanies;
import org.hashwise.screening.UnreadableFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Service that checks and screens the files that visitors sent. The results of small files are kept for some minutes, since a
 * table is sorted by asking for it again; those of large files are made again. Thread-safe.
 */
@Component
class ScreeningPages {

    /** Files with more rows are for the API and the command line. */
    static final int MOST_ROWS = 10_000;

    /** In larger files the nearest flip of each company, which takes most of the time, is left out. */
    static final int MOST_ROWS_WITH_FLIPS = 300;

    private static final int MOST_RESULTS = 20;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Screenings screenings;
    private final Consultation consultation;
    private final Path folder;
    private final Cache<ResultKey, Result> results = Caffeine.newBuilder()
            .maximumSize(MOST_RESULTS)
            .expireAfterWrite(KEPT)
            .executor(Runnable::run)
            .build();

    ScreeningPages(Screenings screenings, Consultation consultation, @Value(DataFolder.SETTING) String data) {
        this.screenings = screenings;
        this.consultation = consultation;
        this.folder = Path.of(data).resolve("screenings");
    }

    private interface Use<T> {
        T of(FileOfCompanies file) throws IOException, UnreadableFile, RefusedColumns;
    }

    private <T> T use(ScreeningUpload upload, Use<T> use) throws IOException, UnreadableFile, RefusedColumns {
        if (upload.format() != ScreeningFormat.XLSX) {
            return use.of(screenings.stream(upload.format(), new ByteArrayInputStream(upload.content()), null));
        }
        Path file = PrivateFiles.createTemporary(folder, ".xlsx");
        try {
            Files.write(file, upload.content());
            return use.of(screenings.workbook(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The columns and problems of a file; no company is evaluated. */
    FileCheck check(ScreeningUpload upload, Language language) throws IOException, UnreadableFile {
        try {
            return use(upload, file -> file.check(Screenings.nothingInCommon(language), upload.chosen(), false));
        } catch (RefusedColumns impossible) {
            throw new IllegalStateException(impossible); // a check lists them instead
        }
    }

    /**
     * The result of a screening.
     *
     * @param flips whether the nearest flips were looked for
     */
    record Result(List<ScreenedCompany> companies, ScreeningSummary summary, boolean flips) {

        Result {
            companies = List.copyOf(companies);
        }
    }

    /** The inputs of a result. */
    private record ResultKey(
            String upload, Map<Integer, String> chosen, List<String> views, Language language, String edition) {}

    Result screen(ScreeningUpload upload, Language language) throws IOException, UnreadableFile, RefusedColumns {
        boolean flips = hasFlips(upload);
        Screening screening = screening(upload, language, flips);
        ResultKey key = new ResultKey(upload.id(), upload.chosen(), upload.views(), language, screening.edition());
        Result known = results.getIfPresent(key);
        if (known != null) {
            return known;
        }
        List<ScreenedCompany> companies = new ArrayList<>();
        ScreeningSummary summary = use(upload, file -> {
            try (RowSource rows = file.rows(language, upload.chosen(), false)) {
                return screening.show(rows, companies::add);
            }
        });
        Result result = new Result(companies, summary, flips);
        if (flips) {
            results.put(key, result);
        }
        return result;
    }

    // A view that the edition does not have any more is left out.
    private Screening screening(ScreeningUpload upload, Language language, boolean flips) {
        List<HouseView> views = consultation.overlays().views().stream()
                .filter(view -> upload.views().contains(view.id()))
                .toList();
        return screenings.screening(new ScreeningOptions(
                Screenings.nothingInCommon(language), false, flips, new Alternatives(null, views)));
    }

    private static boolean hasFlips(ScreeningUpload upload) {
        return upload.rows() <= MOST_ROWS_WITH_FLIPS;
    }

    /** Writes the result, or the refused rows as they were sent. */
    void write(ScreeningUpload upload, Language language, ScreeningFormat format, boolean refusedOnly, OutputStream out)
            throws IOException, UnreadableFile, RefusedColumns {
        boolean flips = !refusedOnly && hasFlips(upload);
        Screening screening = screening(upload, language, flips);
        use(upload, file -> {
            try (RowSource rows = file.rows(language, upload.chosen(), false)) {
                return screening.run(rows, List.of(new Screening.ResultOutput(format, refusedOnly, out)));
            }
        });
    }
}
