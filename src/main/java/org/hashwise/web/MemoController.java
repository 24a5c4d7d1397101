package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hashwise.assessment.Assessments;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Consultation;
import org.hashwise.memo.Memo;
import org.hashwise.memo.Memos;
import org.hashwise.questionnaire.Language;
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
    private static final String FIGURES = "figures";

    private final Consultation consultation;
    private final Assessments assessments;
    private final Memos memos;
    private final PageTexts vocabulary;

    MemoController(Consultation consultation, Assessments assessments, Memos memos, PageTexts vocabulary) {
        this.consultation = consultation;
        this.assessments = assessments;
        this.memos = memos;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/advice/memo")
    ModelAndView page(HttpServletRequest request) {
        return receipt(request)
                .map(receipt -> page(receipt, "/advice", request)
                        .addObject("visit", Workspace.company(request).orElseThrow()))
                .orElseGet(() -> Redirects.at("/advice"));
    }

    @GetMapping("/assessments/{id}/memo")
    ModelAndView savedPage(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        SavedPages.protect(response);
        return page(assessments.find(id).receipt(), "/assessments/" + id, request);
    }

    @GetMapping("/shared/{token}/memo")
    ModelAndView sharedPage(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        SavedPages.protect(response);
        return page(shared(token), "/shared/" + token, request);
    }

    /** @param address of the page on which the memo rests, and of the other faces but for their endings */
    private ModelAndView page(Receipt receipt, String address, HttpServletRequest request) {
        return new ModelAndView("memo/page", memos.page(receipt, LanguageInterceptor.of(request)))
                .addObject("address", address)
                .addObject("paged", false);
    }

    @GetMapping({"/advice/figures.csv", "/advice/figures.xlsx"})
    ResponseEntity<byte[]> figures(HttpServletRequest request) {
        return isCsv(request)
                ? live(request, FIGURES + ".csv", CSV, memos::csv)
                : live(request, FIGURES + ".xlsx", XLSX, memos::workbook);
    }

    @GetMapping({"/assessments/{id}/figures.csv", "/assessments/{id}/figures.xlsx"})
    ResponseEntity<byte[]> savedFigures(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        SavedPages.protect(response);
        return figures(assessments.find(id).receipt(), request);
    }

    @GetMapping({"/shared/{token}/figures.csv", "/shared/{token}/figures.xlsx"})
    ResponseEntity<byte[]> sharedFigures(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        SavedPages.protect(response);
        return figures(shared(token), request);
    }

    private ResponseEntity<byte[]> figures(Receipt receipt, HttpServletRequest request) {
        Language language = LanguageInterceptor.of(request);
        return isCsv(request)
                ? file(FIGURES + ".csv", CSV, memos.csv(receipt, language))
                : file(FIGURES + ".xlsx", XLSX, memos.workbook(receipt, language));
    }

    private static boolean isCsv(HttpServletRequest request) {
        return request.getRequestURI().endsWith(".csv");
    }

    @GetMapping("/advice/memo.pdf")
    ResponseEntity<byte[]> pdf(HttpServletRequest request) {
        return live(request, "memo.pdf", MediaType.APPLICATION_PDF, memos::pdf);
    }

    @GetMapping("/advice/memo.docx")
    ResponseEntity<byte[]> docx(HttpServletRequest request) {
        return live(request, "memo.docx", DOCX, memos::docx);
    }

    @GetMapping("/assessments/{id}/memo.pdf")
    ResponseEntity<byte[]> savedPdf(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        SavedPages.protect(response);
        byte[] pdf = memos.pdf(assessments.find(id).receipt(), LanguageInterceptor.of(request));
        return file("memo.pdf", MediaType.APPLICATION_PDF, pdf);
    }

    @GetMapping("/assessments/{id}/memo.docx")
    ResponseEntity<byte[]> savedDocx(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        SavedPages.protect(response);
        byte[] docx = memos.docx(assessments.find(id).receipt(), LanguageInterceptor.of(request));
        return file("memo.docx", DOCX, docx);
    }

    @GetMapping("/assessments/{id}/memo.json")
    ResponseEntity<Memo> json(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        SavedPages.protect(response);
        Memo memo = memos.of(assessments.find(id).receipt(), LanguageInterceptor.of(request));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(memo);
    }

    @GetMapping("/shared/{token}/memo.pdf")
    ResponseEntity<byte[]> sharedPdf(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        SavedPages.protect(response);
        byte[] pdf = memos.pdf(shared(token), LanguageInterceptor.of(request));
        return file("memo.pdf", MediaType.APPLICATION_PDF, pdf);
    }

    @GetMapping("/shared/{token}/memo.docx")
    ResponseEntity<byte[]> sharedDocx(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        SavedPages.protect(response);
        byte[] docx = memos.docx(shared(token), LanguageInterceptor.of(request));
        return file("memo.docx", DOCX, docx);
    }

    @GetMapping("/shared/{token}/memo.json")
    ResponseEntity<Memo> sharedJson(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        SavedPages.protect(response);
        Memo memo = memos.of(shared(token), LanguageInterceptor.of(request));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(memo);
    }

    /** The receipt that is handed on: it does not name the assessment, whose id permits changes. */
    private Receipt shared(String token) {
        return assessments.find(assessments.idOf(token)).receipt().unlinked();
    }

    private ResponseEntity<byte[]> live(
            HttpServletRequest request, String name, MediaType type, BiFunction<Receipt, Language, byte[]> face) {
        Language language = LanguageInterceptor.of(request);
        return receipt(request)
                .map(receipt -> file(name, type, face.apply(receipt, language)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(request.getContextPath() + "/advice"))
                        .build());
    }

    /** A receipt of what the company of the session answered; empty when the advice page would not show an advice either. */
    private Optional<Receipt> receipt(HttpServletRequest request) {
        PageText words = vocabulary.in(LanguageInterceptor.of(request));
        return Workspace.company(request)
                .filter(visit -> SectionEntry.of(consultation.questionnaire(), visit, words)
                        .problems()
                        .isEmpty())
                .map(visit -> memos.receipt(visit.request(words)));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        String disposition = (type.equals(MediaType.APPLICATION_PDF)
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(name)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(content);
    }
}
