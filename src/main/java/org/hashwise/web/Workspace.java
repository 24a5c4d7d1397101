package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.hashwise.questionnaire.CompanyName;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.WebUtils;

/**
 * The companies that one browser has open, at most {@value #MOST}: those unused longest give way to new ones. A page
 * belongs to one of them, whose id it sends along; a page without an id belongs to the one used last. Thread-safe.
 */
final class Workspace {

    static final String ATTRIBUTE = Workspace.class.getName();

    /** The parameter with the id, in forms and, where a browser has several companies open, in addresses. */
    static final String PARAMETER = "consultation";

    private static final int MOST = 8;
    private static final String NAMES = "[0-9a-z]{8,40}";

    /** Held while a form of the session is processed, so that two at the same time do not overwrite each other. */
    private final ReentrantLock lock = new ReentrantLock();

    /** The companies in the order of their last use. */
    private final Map<String, QuestionnaireSession> companies = new LinkedHashMap<>();

    private String owner;
    private boolean changed;

    /** @param owner name of the account; empty without a login */
    Workspace(String owner, Collection<QuestionnaireSession> companies) {
        this.owner = owner;
        companies.forEach(one -> this.companies.put(one.id(), one));
    }

    /** The workspace of this browser; empty when nothing was entered yet. */
    static Optional<Workspace> in(HttpServletRequest request) {
        return Optional.ofNullable((Workspace) WebUtils.getSessionAttribute(request, ATTRIBUTE))
                .filter(open -> open.isOf(request.getRemoteUser()));
    }

    /** The company that the page or form of this request belongs to. */
    static Optional<QuestionnaireSession> company(HttpServletRequest request) {
        String id = id(request);
        return in(request).flatMap(open -> id == null ? open.current() : open.find(id));
    }

    /** The company that the request belongs to, without answers when there is no such company yet. */
    static QuestionnaireSession companyOrNew(HttpServletRequest request) {
        return company(request).orElseGet(() -> {
            String id = id(request);
            return QuestionnaireSession.start(id == null ? Tokens.random() : id);
        });
    }

    /** The id that the request names; null when it names none. */
    static @Nullable String id(HttpServletRequest request) {
        String id = request.getMethod().equals("POST")
                ? request.getParameter(PARAMETER)
                : LanguageResolver.inAddress(request, PARAMETER).orElse(null);
        return id != null && id.matches(NAMES) ? id : null;
    }

    /** Keeps a company in the session of the request, as the one used last. */
    static void keep(QuestionnaireSession company, HttpServletRequest request) {
        HttpSession session = request.getSession();
        Workspace open = in(request).orElseGet(() -> new Workspace("", List.of()));
        open.put(company, request.getRemoteUser());
        session.setAttribute(ATTRIBUTE, open);
    }

    /**
     * A company with the name that a form gives it, if the form asks for the name. With another name it is another company
     * from then on: pages that still show the former one go on with that.
     */
    static QuestionnaireSession renamed(
            QuestionnaireSession company, MultiValueMap<String, String> form, HttpServletRequest request) {
        String sent = form.getFirst("company");
        boolean same = sent != null && sent.equals(form.getFirst(FormInput.WAS + "company"));
        if (sent == null || (same && !FormHandler.hasEnded(form, request))) {
            return company;
        }
        String name = CompanyName.shortened(sent);
        if (company.company().isEmpty() || name.isEmpty() || name.equals(company.company())) {
            return company.named(name);
        }
        in(request).ifPresent(open -> open.replace(company.superseded(true)));
        return company.as(Tokens.random()).named(name);
    }

    static void end(HttpServletRequest request) {
        in(request).ifPresent(Workspace::clear);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    ReentrantLock lock() {
        return lock;
    }

    synchronized String owner() {
        return owner;
    }

    synchronized Optional<QuestionnaireSession> find(String id) {
        return Optional.ofNullable(companies.get(id));
    }

    /** The company used last. */
    synchronized Optional<QuestionnaireSession> current() {
        List<QuestionnaireSession> shown = shown();
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown.get(shown.size() - 1));
    }

    /** All but those that were renamed since. */
    synchronized List<QuestionnaireSession> shown() {
        return companies.values().stream().filter(one -> !one.superseded()).toList();
    }

    synchronized List<QuestionnaireSession> all() {
        return List.copyOf(companies.values());
    }

    private synchronized boolean isOf(@Nullable String caller) {
        return owner.isEmpty() || owner.equals(caller);
    }

    private synchronized void put(QuestionnaireSession company, @Nullable String caller) {
        owner = caller == null ? owner : caller;
        companies.remove(company.id());
        companies.put(company.id(), company.superseded(false));
        List<QuestionnaireSession> order = new ArrayList<>(all());
        order.sort((one, other) -> Boolean.compare(other.superseded(), one.superseded()));
        for (int excess = order.size() - MOST; excess > 0; excess--) {
            companies.remove(order.get(excess - 1).id());
        }
        changed = true;
    }

    /** Replaces a company without making it the one used last. */
    synchronized void replace(QuestionnaireSession company) {
        companies.replace(company.id(), company);
        changed = true;
    }

    synchronized void remove(String id) {
        companies.remove(id);
        changed = true;
    }

    private synchronized void clear() {
        companies.clear();
        changed = true;
    }

    /** Returns whether it was changed since this was last asked. */
    synchronized boolean takeChanged() {
        boolean since = changed;
        changed = false;
        return since;
    }

    /** The memory that it takes, roughly, in bytes. */
    synchronized long bytes() {
        return companies.values().stream()
                .mapToLong(QuestionnaireSession::bytes)
                .sum();
    }
}
