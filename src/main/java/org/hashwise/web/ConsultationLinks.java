package org.hashwise.web;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Link builder that adds the id of the company on the page to its links, when the browser has several companies open. */
final class ConsultationLinks extends StandardLinkBuilder {

    @Override
    protected String processLink(IExpressionContext context, String link) {
        Object id = context.getVariable("linked");
        boolean plain = id == null
                || link.startsWith("/assets/")
                || link.startsWith("/api/")
                || link.equals("/")
                || link.startsWith("/log")
                || link.startsWith("/oauth2/")
                || link.startsWith("/examples")
                || link.startsWith("/assessments/")
                || link.equals("/verify")
                || link.equals("/problems")
                || link.startsWith("/shared/")
                || link.contains(Workspace.PARAMETER + "=");
        return super.processLink(context, plain ? link : Redirects.about(link, String.valueOf(id)));
    }
}
