package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The page for somebody who asked for something that is not there, and the one for everything else that went wrong. */
final class PageErrors implements ErrorViewResolver, Ordered {

    private final PageFrame frame;

    PageErrors(PageFrame frame) {
        this.frame = frame;
    }

    // What Spring Boot puts into the model, a stack trace at worst, stays out of the page.
    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        boolean missing = status == HttpStatus.NOT_FOUND || status == HttpStatus.METHOD_NOT_ALLOWED;
        ModelAndView page = new ModelAndView(missing ? "pages/not-found" : "pages/error", frame.attributes(request));
        page.setStatus(status);
        page.addObject("status", status.value());
        return page;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
