package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.RulebookGuide;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;
import org.hashwise.questionnaire.Question;
import org.hashwise.rulebook.model.HouseView;
import org.hashwise.screening.Columns;
import org.hashwise.screening.FileCheck;
import org.hashwise.screening.RefusedColumns;
import org.hashwise.screening.ScreenedCompany;
import org.hashwise.screening.ScreeningFormat;
import org.hashwise.screening.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Controller of a screening in three steps: choose a file, check its columns, read the table of advice. */
@Controller
@RequestMapping("/screening")
class ScreeningController {

    private static final String COLUMN = "column-";
    private static final int MOST_SHOWN = 1_000;
    private static final int MOST_PROBLEMS = 30;
    private static final int MEBIBYTE = 1 << 20;
    private static final List<String> FIELDS = List.of(Columns.COMPANY, Columns.ID, Columns.AS_OF, Columns.LANGUAGE);

    private final ScreeningUploads uploads;
    private final ScreeningPages pages;
    private final Consultation consultation;
    private final RulebookGuide guide;
    private final Wording wording;

    ScreeningController(
            ScreeningUploads uploads,
            ScreeningPages pages,
            Consultation consultation,
            RulebookGuide guide,
            Wording wording) {
        this.uploads = uploads;
        this.pages = pages;
        this.consultation = consultation;
        this.guide = guide;
        this.wording = wording;
    }

    @GetMapping
    ModelAndView choose() {
        return choose("");
    }

    /** @param problem what was wrong with the file that was sent; empty for none */
    private static ModelAndView choose(String problem) {
        return new ModelAndView("pages/screening", "problem", problem)
                .addObject("mebibytes", ScreeningUploads.MOST_BYTES / MEBIBYTE)
                .addObject("rows", ScreeningPages.MOST_ROWS);
    }

    private ModelAndView refused(String key, HttpServletRequest request, Object... arguments) {
        return refused(wording.text("failure.screening." + key, LanguageResolver.of(request), arguments));
    }

    private static ModelAndView refused(String sentence) {
        ModelAndView page = choose(sentence);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    // The file was taken out of the form before any page saw it.
    @PostMapping
    ModelAndView send(
            @RequestAttribute(name = "uploadedFile", required = false) byte @Nullable [] content,
            @RequestAttribute(name = "uploadedFileName", required = false) @Nullable String name,
            HttpServletRequest request)
            throws IOException {
        if (content == null || name == null || name.isBlank()) {
            return refused("no-file", request);
        }
        if (content.length == 0) {
            return refused("empty", request);
        }
        if (content.length > ScreeningUploads.MOST_BYTES) {
            return refused("file-size", request, ScreeningUploads.MOST_BYTES / MEBIBYTE);
        }
        Optional<ScreeningFormat> format = ScreeningFormat.ofFile(name);
        if (format.isEmpty()) {
            return refused("format", request);
        }
        ScreeningUpload upload =
                new ScreeningUpload(Tokens.random(), name, format.get(), content, 0, List.of(), Map.of(), List.of());
        FileCheck check;
        try {
            check = pages.check(upload, LanguageResolver.of(request));
        } catch (UnreadableFile unreadable) {
            return refused(unreadable.sentence(wording, LanguageResolver.of(request)));
        }
        if (check.rows() > ScreeningPages.MOST_ROWS) {
            return refused("page-rows", request, ScreeningPages.MOST_ROWS);
        }
        uploads.keep(upload.with(check));
        return Redirects.at("/screening/" + upload.id());
    }

    private ScreeningUpload upload(String id) {
        return uploads.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/{id}")
    ModelAndView check(@PathVariable String id, HttpServletRequest request) throws IOException, UnreadableFile {
        Language language = LanguageResolver.of(request);
        ScreeningUpload upload = upload(id);
        FileCheck check = pages.check(upload, language);
        List<FileCheck.ColumnItem> columns = check.columns();
        return new ModelAndView("pages/screening-check", "upload", upload)
                .addObject("id", id)
                .addObject("check", check)
                .addObject(
                        "columns",
                        columns == null
                                ? List.of()
                                : columns.stream()
                                        .map(column -> column(column, language))
                                        .toList())
                .addObject("suggested", suggested(check, language))
                .addObject("fields", FIELDS)
                .addObject("sections", consultation.questionnaire().sections())
                .addObject("views", consultation.overlays().views())
                .addObject("ignore", Columns.IGNORE)
                .addObject("mostProblems", MOST_PROBLEMS);
    }

    private ScreeningColumn column(FileCheck.ColumnItem column, Language language) {
        String suggestion = suggestion(column, language);
        String nearest = consultation
                .questionnaire()
                .question(suggestion)
                .map(Question::label)
                .map(label -> label.in(language))
                .orElse(suggestion);
        boolean open = column.problem() != null;
        return new ScreeningColumn(
                column, COLUMN + column.number(), column.id() == null ? Columns.IGNORE : column.id(), open, nearest);
    }

    // Words are no answer to a question for a number, however near the header is.
    private String suggestion(FileCheck.ColumnItem column, Language language) {
        String nearest = column.suggestion() == null ? "" : column.suggestion();
        String value = column.sample();
        boolean words = value != null
                && consultation
                        .questionnaire()
                        .question(nearest)
                        .filter(question -> question.kind().isNumeric())
                        .filter(question ->
                                QuantityReader.of(question).read(value, language) instanceof Quantity.Unreadable)
                        .isPresent();
        return words ? "" : nearest;
    }

    @PostMapping("/{id}")
    ModelAndView choose(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> form, HttpServletRequest request)
            throws IOException, UnreadableFile {
        ScreeningUpload upload = upload(id);
        Map<Integer, String> chosen = new HashMap<>();
        form.toSingleValueMap().forEach((field, value) -> {
            if (field.matches(COLUMN + "[0-9]{1,3}")) {
                chosen.put(Integer.valueOf(field.substring(COLUMN.length())), value);
            }
        });
        if ("suggested".equals(form.getFirst("action"))) {
            suggested(pages.check(upload, LanguageResolver.of(request)), LanguageResolver.of(request))
                    .forEach((number, suggestion) -> {
                        if (Columns.IGNORE.equals(chosen.get(number)) && !chosen.containsValue(suggestion)) {
                            chosen.put(number, suggestion);
                        }
                    });
        }
        uploads.keep(upload.with(chosen, form.getOrDefault("view", List.of())));
        boolean run = "run".equals(form.getFirst("action"));
        return Redirects.at("/screening/" + id + (run ? "/result" : ""));
    }

    /**
     * Suggestions for columns that are not recognised, each question once; a column whose unit is wrong is left to the reader.
     */
    private Map<Integer, String> suggested(FileCheck check, Language language) {
        Map<Integer, String> suggested = new TreeMap<>();
        List<FileCheck.ColumnItem> columns = check.columns() == null ? List.of() : check.columns();
        Set<String> taken = columns.stream()
                .map(FileCheck.ColumnItem::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        for (FileCheck.ColumnItem column : columns) {
            String suggestion = suggestion(column, language);
            boolean open = column.problem() != null && column.unit() == null;
            if (open && !suggestion.isEmpty() && taken.add(suggestion)) {
                suggested.put(column.number(), suggestion);
            }
        }
        return suggested;
    }

    @GetMapping("/{id}/result")
    ModelAndView result(
            @PathVariable String id, @RequestParam(defaultValue = "advice") String sort, HttpServletRequest request)
            throws IOException {
        ScreeningUpload upload = upload(id);
        ScreeningPages.Result result;
        try {
            result = pages.screen(upload, LanguageResolver.of(request));
        } catch (RefusedColumns | UnreadableFile refused) {
            return Redirects.at("/screening/" + id); // the page of the columns names them
        }
        ScreeningOrder order = ScreeningOrder.of(sort);
        List<ScreenedCompany> companies = new ArrayList<>(result.companies());
        companies.sort(order.comparator());
        return new ModelAndView("pages/screening-result", "result", result)
                .addObject("id", id)
                .addObject("upload", upload)
                .addObject("views", result.summary().views() != null)
                .addObject(
                        "titles",
                        consultation.overlays().views().stream()
                                .collect(Collectors.toMap(HouseView::id, HouseView::title)))
                .addObject("rules", guide.titles(LanguageResolver.of(request)))
                .addObject("order", order)
                .addObject(
                        "blocked",
                        result.companies().stream()
                                .anyMatch(company -> !company.blockers().isEmpty()))
                .addObject("orders", ScreeningOrder.values())
                .addObject("companies", companies.subList(0, Math.min(companies.size(), MOST_SHOWN)));
    }

    @GetMapping("/{id}/download")
    void download(
            @PathVariable String id,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "all") String rows,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ScreeningUpload upload = upload(id);
        boolean refused = rows.equals("refused");
        // Refused rows come back in the format in which they were sent.
        ScreeningFormat wanted =
                refused ? upload.format() : ScreeningFormat.ofFile(format).orElse(ScreeningFormat.XLSX);
        response.setContentType(
                switch (wanted) {
                    case NDJSON -> "application/x-ndjson";
                    case CSV -> "text/csv;charset=UTF-8";
                    case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                });
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + (refused ? "refused." : "screening.") + wanted.ending() + "\"");
        try {
            pages.write(upload, LanguageResolver.of(request), wanted, refused, response.getOutputStream());
        } catch (RefusedColumns | UnreadableFile unfinished) {
            response.reset();
            response.sendRedirect(request.getContextPath() + "/screening/" + id); // the page of the columns names them
        }
    }
}
