package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Consultation;
import org.hashwise.memo.Memo;
import org.hashwise.memo.Memos;
import org.hashwise.questionnaire.Language;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Controller of the board memos and tables of figures of the company of a session and of saved assessments. */
@Controller
class MemoController {

    private static final MediaType DOCX = MediaType.parseMediaType(Memos.DOCX);
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String ADVICE = "/advice";

    private final Consultation consultation;
    private final Assessments assessments;
    private final Memos memos;
    private final PageTexts pageTexts;

    MemoController(Consultation consultation, Assessments assessments, Memos memos, PageTexts pageTexts) {
        this.consultation = consultation;
        this.assessments = assessments;
        this.memos = memos;
        this.pageTexts = pageTexts;
    }

    @GetMapping({"/advice/memo", "/assessments/{id}/memo", "/shared/{token}/memo"})
    ModelAndView page(
            @PathVariable Map<String, String> path, HttpServletRequest request, HttpServletResponse response) {
        Optional<Receipt> receipt = receipt(path, request, response);
        if (receipt.isEmpty()) {
            return Redirects.at(ADVICE);
        }
        ModelAndView page = new ModelAndView("memo/page", memos.page(receipt.get(), LanguageResolver.of(request)))
                .addObject("paged", false);
        if (path.isEmpty()) {
            return page.addObject("address", ADVICE)
                    .addObject(
                            "questionnaireSession", Workspace.company(request).orElseThrow());
        }
        String id = path.get("id");
        return page.addObject("address", id == null ? "/shared/" + path.get("token") : "/assessments/" + id);
    }

    @GetMapping({"/advice/memo.pdf", "/assessments/{id}/memo.pdf", "/shared/{token}/memo.pdf"})
    ResponseEntity<byte[]> pdf(
            @PathVariable Map<String, String> path, HttpServletRequest request, HttpServletResponse response) {
        return reply("memo.pdf", MediaType.APPLICATION_PDF, receipt(path, request, response), request, memos::pdf);
    }

    @GetMapping({"/advice/memo.docx", "/assessments/{id}/memo.docx", "/shared/{token}/memo.docx"})
    ResponseEntity<byte[]> docx(
            @PathVariable Map<String, String> path, HttpServletRequest request, HttpServletResponse response) {
        return reply("memo.docx", DOCX, receipt(path, request, response), request, memos::docx);
    }

    @GetMapping({"/advice/figures.csv", "/assessments/{id}/figures.csv", "/shared/{token}/figures.csv"})
    ResponseEntity<byte[]> csv(
            @PathVariable Map<String, String> path, HttpServletRequest request, HttpServletResponse response) {
        return reply("figures.csv", CSV, receipt(path, request, response), request, memos::csv);
    }

    @GetMapping({"/advice/figures.xlsx", "/assessments/{id}/figures.xlsx", "/shared/{token}/figures.xlsx"})
    ResponseEntity<byte[]> workbook(
            @PathVariable Map<String, String> path, HttpServletRequest request, HttpServletResponse response) {
        return reply("figures.xlsx", XLSX, receipt(path, request, response), request, memos::workbook);
    }

    @GetMapping({"/assessments/{id}/memo.json", "/shared/{token}/memo.json"})
    ResponseEntity<Memo> json(
            @PathVariable Map<String, String> path, HttpServletRequest request, HttpServletResponse response) {
        Receipt receipt = receipt(path, request, response).orElseThrow();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(memos.of(receipt, LanguageResolver.of(request)));
    }

    /**
     * The receipt on which a document rests: of the saved assessment that the path names, or of the session. A receipt below
     * {@code /shared/} does not name the assessment, whose id permits changes.
     *
     * @param path variables of the path; none below {@code /advice}
     */
    private Optional<Receipt> receipt(
            Map<String, String> path, HttpServletRequest request, HttpServletResponse response) {
        if (path.isEmpty()) {
            return receipt(request);
        }
        SavedPages.protect(response);
        String id = path.get("id");
        return Optional.of(
                id == null
                        ? assessments
                                .find(assessments.idOf(path.getOrDefault("token", "")))
                                .receipt()
                                .unlinked()
                        : assessments.find(id).receipt());
    }

    /** A receipt of the answers of the session; empty when the advice page shows no advice either. */
    private Optional<Receipt> receipt(HttpServletRequest request) {
        PageText texts = pageTexts.in(LanguageResolver.of(request));
        return Workspace.company(request)
                .filter(session -> SectionEntry.of(consultation.questionnaire(), session, texts)
                        .problems()
                        .isEmpty())
                .map(session -> memos.receipt(session.request(texts)));
    }

    /** The file; a redirect to the advice page without a receipt. */
    private static ResponseEntity<byte[]> reply(
            String name,
            MediaType type,
            Optional<Receipt> receipt,
            HttpServletRequest request,
            BiFunction<Receipt, Language, byte[]> writer) {
        if (receipt.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(request.getContextPath() + ADVICE))
                    .build();
        }
        String disposition = (type.equals(MediaType.APPLICATION_PDF)
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(name)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(writer.apply(receipt.get(), LanguageResolver.of(request)));
    }
}
