package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Redirects after a form was sent (post, redirect, get), so that going back or reloading sends nothing twice. */
final class Redirects {

    private Redirects() {}

    static ModelAndView at(String path) {
        RedirectView redirect = new RedirectView(path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return new ModelAndView(redirect);
    }

    /** A page about a company, whose id is in the address when the browser has several open. */
    static ModelAndView at(String path, QuestionnaireSession company, HttpServletRequest request) {
        boolean several =
                Workspace.in(request).filter(open -> open.shown().size() > 1).isPresent();
        return at(several ? about(path, company.id()) : path);
    }

    /** The page after a form, with the answers that the form leaves and the notices about it. */
    static ModelAndView after(String path, QuestionnaireSession company, SentForm sent, HttpServletRequest request) {
        Workspace.keep(company, request);
        Notices.add(request, sent.notices());
        return at(path, company, request);
    }

    /** The address of a page about the company with this id. */
    static String about(String path, String id) {
        int fragment = path.indexOf('#') < 0 ? path.length() : path.indexOf('#');
        String page = path.substring(0, fragment);
        return page + (page.contains("?") ? "&" : "?") + Workspace.PARAMETER + "=" + id + path.substring(fragment);
    }
}
