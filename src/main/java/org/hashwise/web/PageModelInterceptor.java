package org.hashwise.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.consultation.Consultation;
import org.hashwise.questionnaire.Language;
import org.hashwise.text.PageTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Interceptor that adds the words of the page and the model of its header and footer, and forbids caches. */
final class PageModelInterceptor implements HandlerInterceptor {

    private final PageTexts pageTexts;
    private final Consultation consultation;

    PageModelInterceptor(PageTexts pageTexts, Consultation consultation) {
        this.pageTexts = pageTexts;
        this.consultation = consultation;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        LanguageResolver.remember(request, response);
        // Pages show a company's figures.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Optional<String> plain = LanguageResolver.withoutChoice(request);
        if (plain.isEmpty()
                || request.getDispatcherType() != DispatcherType.REQUEST
                || !request.getMethod().equals("GET")) {
            return true;
        }
        // With the choice in its address, a page gone back to would switch the language once more.
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, plain.get());
        return false;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getViewName() != null) {
            // A page may bring the pageTexts of an older edition.
            attributes(request).forEach(page.getModelMap()::putIfAbsent);
            Workspace.in(request).ifPresent(open -> company(page, open));
        }
    }

    // A page about a company shows which others are open, and its links and forms name it.
    private static void company(ModelAndView page, Workspace open) {
        if (page.getModel().get("questionnaireSession") instanceof QuestionnaireSession session) {
            List<QuestionnaireSession> shown = open.shown();
            page.addObject("stored", open.find(session.id()).isPresent());
            if (shown.size() > 1 || (shown.size() == 1 && !shown.get(0).id().equals(session.id()))) {
                page.addObject("linked", session.id());
                page.addObject(
                        "others",
                        shown.stream()
                                .filter(one -> !one.id().equals(session.id()))
                                .toList());
            }
        }
    }

    Map<String, Object> attributes(HttpServletRequest request) {
        Language language = LanguageResolver.of(request);
        return Map.of(
                "texts", pageTexts.in(language),
                "draft", consultation.draft(),
                "draftDetails", consultation.draft().filter(draft -> isAnalyst(request)),
                "analyst", isAnalyst(request),
                "language", language.code(),
                "keep", keep(request),
                "started", Workspace.in(request).flatMap(Workspace::current).isPresent());
    }

    /**
     * Returns whether the request may see what is wrong in the rules; where no login is set up, only the machine itself
     * has access.
     */
    private static boolean isAnalyst(HttpServletRequest request) {
        return request.getUserPrincipal() == null || request.isUserInRole("ANALYST");
    }

    // A reader who came to change one answer wants to go back after reading the page in another language.
    private static String keep(HttpServletRequest request) {
        return LanguageResolver.inAddress(request, "then")
                .map(then -> ReturnTo.of(then).query().replace('?', '&'))
                .orElse("");
    }
}
