package org.hashwise.web;

import org.hashwise.assessment.AssessmentNotFound;
import org.hashwise.assessment.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Error pages for failures of the store. */
@ControllerAdvice(assignableTypes = {AssessmentController.class, MemoController.class, SaveController.class})
class StoreFailurePages {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFailurePages.class);

    private final PageModelInterceptor frame;

    StoreFailurePages(PageModelInterceptor frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView missing(AssessmentNotFound missing, jakarta.servlet.http.HttpServletRequest request) {
        return page(
                missing.forgotten() ? "pages/assessment-gone" : "pages/not-found",
                missing.forgotten() ? HttpStatus.GONE : HttpStatus.NOT_FOUND,
                request);
    }

    @ExceptionHandler
    ModelAndView refused(StoreUnavailable refused, jakarta.servlet.http.HttpServletRequest request) {
        LOG.warn("The store refused a page: {} ({})", refused.reason(), refused.cause());
        HttpStatus status = refused.reason() == StoreUnavailable.Reason.FULL
                ? HttpStatus.INSUFFICIENT_STORAGE
                : HttpStatus.SERVICE_UNAVAILABLE;
        return page("pages/store", status, request).addObject("reason", refused.reason());
    }

    // No controller made this page, so that nobody else gives it its frame.
    private ModelAndView page(String view, HttpStatus status, jakarta.servlet.http.HttpServletRequest request) {
        ModelAndView page = new ModelAndView(view, frame.attributes(request));
        page.setStatus(status);
        return page;
    }
}
