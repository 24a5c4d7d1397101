package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.hashwise.assessment.AssessmentNotFound;
import org.hashwise.assessment.StoreUnavailable;
import org.hashwise.consultation.EditionUnknown;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.EditionsBusy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Error pages for failures of the store. */
@ControllerAdvice(
        assignableTypes = {
            AssessmentController.class,
            MemoController.class,
            SaveController.class,
            SharedController.class
        })
class StoreFailurePages {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFailurePages.class);

    private final PageModelInterceptor frame;
    private final Wording wording;

    StoreFailurePages(PageModelInterceptor frame, Wording wording) {
        this.frame = frame;
        this.wording = wording;
    }

    @ExceptionHandler
    ModelAndView missing(AssessmentNotFound missing, HttpServletRequest request) {
        return page(
                missing.forgotten() ? "pages/assessment-gone" : "pages/not-found",
                missing.forgotten() ? HttpStatus.GONE : HttpStatus.NOT_FOUND,
                request);
    }

    @ExceptionHandler
    ModelAndView refused(StoreUnavailable refused, HttpServletRequest request) {
        LOG.warn("The store refused a page: {} ({})", refused.reason(), refused.cause());
        HttpStatus status = refused.reason() == StoreUnavailable.FailureReason.FULL
                ? HttpStatus.INSUFFICIENT_STORAGE
                : HttpStatus.SERVICE_UNAVAILABLE;
        return page("pages/store", status, request).addObject("reason", refused.reason());
    }

    /** The rules by which an assessment was advised are neither in force nor in the archive. */
    @ExceptionHandler
    Object unknown(EditionUnknown unknown, HttpServletRequest request) {
        Language language = LanguageResolver.of(request);
        String title = wording.text("failure.edition.title", language);
        String detail = wording.text("failure.edition.detail", language, unknown.edition());
        if (PageErrors.accepts(request, MediaType.TEXT_HTML)) {
            return page("pages/edition", HttpStatus.UNPROCESSABLE_CONTENT, request)
                    .addObject("title", title)
                    .addObject("detail", detail);
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setTitle(title);
        problem.setInstance(URI.create(request.getRequestURI()));
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ModelAndView busy(EditionsBusy busy, HttpServletRequest request) {
        return page("pages/error", HttpStatus.SERVICE_UNAVAILABLE, request)
                .addObject("status", HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    // The interceptor that adds the frame does not see the pages of exception handlers.
    private ModelAndView page(String view, HttpStatus status, HttpServletRequest request) {
        ModelAndView page = new ModelAndView(view, frame.attributes(request));
        page.setStatus(status);
        return page;
    }
}
