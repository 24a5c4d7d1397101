package org.hashwise.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.ProblemFields;
import org.hashwise.text.PageText;
import org.hashwise.text.PageTexts;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Error replies: a page for browsers, a problem document for programs that accept JSON, a line of text for all others. They
 * give the status and no detail of the failure.
 */
@Controller
class PageErrors implements ErrorController {

    private final PageModelInterceptor frame;
    private final PageTexts pageTexts;
    private final ExpiredForm expired;

    PageErrors(PageModelInterceptor frame, PageTexts pageTexts, Consultation consultation) {
        this.expired = new ExpiredForm(consultation, pageTexts);
        this.frame = frame;
        this.pageTexts = pageTexts;
    }

    @RequestMapping("/error")
    Object tell(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        if (response.isCommitted()) {
            return ResponseEntity.status(status).build(); // nothing is added to a reply that was begun
        }
        String path = path(request);
        PageText text = pageTexts.in(LanguageResolver.of(request));
        if (ProblemFields.areFor(request, path)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(
                            isBrokenOff(request)
                                    ? ProblemFields.of("rejection.cut", status, path, text::forPrograms)
                                    : ProblemFields.of(status, path, text::forPrograms));
        }
        boolean missing = status == HttpStatus.NOT_FOUND || status == HttpStatus.METHOD_NOT_ALLOWED;
        if (accepts(request, MediaType.TEXT_HTML)) {
            Optional<ModelAndView> again = expired.page(request);
            if (again.isPresent()) {
                return again.get().addAllObjects(frame.attributes(request));
            }
            ModelAndView page =
                    new ModelAndView(missing ? "pages/not-found" : "pages/error", frame.attributes(request));
            page.setStatus(status);
            page.addObject("status", status.value());
            return page;
        }
        String key = missing ? "not-found.heading" : status.is4xxClientError() ? "error.refused" : "error.heading";
        String words = text.message(key);
        ResponseEntity.BodyBuilder reply = ResponseEntity.status(status);
        if (accepts(request, MediaType.APPLICATION_JSON) || accepts(request, MediaType.APPLICATION_PROBLEM_JSON)) {
            ProblemDetail problem = ProblemDetail.forStatus(status);
            problem.setTitle(words);
            problem.setInstance(URI.create(path));
            return reply.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        return reply.contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(status.value() + " " + words + "\n");
    }

    // A direct request for this address is not found.
    private static HttpStatus status(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return HttpStatus.NOT_FOUND;
        }
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : null;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    // The container has refused the request then, and nothing else can be said.
    private static boolean isBrokenOff(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    // A wildcard states no preference: command-line tools send it, and browsers that load images or style sheets.
    static boolean accepts(HttpServletRequest request, MediaType type) {
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader(HttpHeaders.ACCEPT));
            return accepted.stream().anyMatch(each -> each.isConcrete() && each.includes(type));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
