package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hashwise.assessment.Receipt;
import org.hashwise.consultation.Consultation;
import org.hashwise.memo.Memos;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint for the board memo on the advice to one company. */
@RestController
@RequestMapping(path = "/api/v1/advice/memo", consumes = MediaType.APPLICATION_JSON_VALUE)
class MemoApi {

    private static final MediaType DOCX = MediaType.parseMediaType(Memos.DOCX);
    private static final List<MediaType> FORMATS = List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PDF, DOCX);

    private final Consultation consultation;
    private final Memos memos;

    MemoApi(Consultation consultation, Memos memos) {
        this.consultation = consultation;
        this.memos = memos;
    }

    @PostMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PDF_VALUE, Memos.DOCX})
    ResponseEntity<Object> memo(HttpServletRequest http) throws IOException {
        Consultation.Request request = read(http);
        MediaType format = format(http);
        Receipt receipt = memos.receipt(request);
        Object memo = format.equals(MediaType.APPLICATION_PDF)
                ? memos.pdf(receipt, request.language())
                : format.equals(DOCX) ? memos.docx(receipt, request.language()) : memos.of(receipt, request.language());
        return ResponseEntity.ok().contentType(format).body(memo);
    }

    /** The first format that the client accepts, in the order of its preference. */
    private static MediaType format(HttpServletRequest http) {
        List<MediaType> accepted =
                new ArrayList<>(MediaType.parseMediaTypes(Collections.list(http.getHeaders(HttpHeaders.ACCEPT))));
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .flatMap(type -> FORMATS.stream().filter(type::includes))
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
    }

    private Consultation.Request read(HttpServletRequest http) throws IOException {
        return AdviceBody.read(http, consultation).finish();
    }
}
