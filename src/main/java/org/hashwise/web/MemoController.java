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

/** Controller of the board memos of the company of a session and of saved assessments. */
@Controller
class MemoController {

    private static final MediaType DOCX = MediaType.parseMediaType(Memos.DOCX);

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
        withoutReferrer(response);
        byte[] pdf = memos.pdf(assessments.find(id).receipt(), LanguageInterceptor.of(request));
        return file("memo.pdf", MediaType.APPLICATION_PDF, pdf);
    }

    @GetMapping("/assessments/{id}/memo.docx")
    ResponseEntity<byte[]> savedDocx(
            @PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        withoutReferrer(response);
        byte[] docx = memos.docx(assessments.find(id).receipt(), LanguageInterceptor.of(request));
        return file("memo.docx", DOCX, docx);
    }

    @GetMapping("/assessments/{id}/memo.json")
    ResponseEntity<Memo> json(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        withoutReferrer(response);
        Memo memo = memos.of(assessments.find(id).receipt(), LanguageInterceptor.of(request));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(memo);
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

    // The address alone gives access, so no page that is opened from here may be told it.
    private static void withoutReferrer(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }
}
