package org.hashwise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * Interceptor that restores the answers of a session after a restart, stores them when they changed, and lets one form in at a
 * time.
 */
final class WorkspaceInterceptor implements HandlerInterceptor {

    private static final String STORED_AS = WorkspaceInterceptor.class.getName() + ".session";
    private static final String LOCK = WorkspaceInterceptor.class.getName() + ".lock";

    private final WorkspaceFiles files;

    WorkspaceInterceptor(WorkspaceFiles files) {
        this.files = files;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        restore(request);
        if (request.getMethod().equals("POST")
                && WebUtils.getSessionAttribute(request, Workspace.ATTRIBUTE) instanceof Workspace open) {
            open.lock().lock();
            request.setAttribute(LOCK, open.lock());
        }
        return true;
    }

    // The session that the browser names has ended, such as by a restart. It gets another id, as after a login.
    private void restore(HttpServletRequest request) {
        String named = request.getRequestedSessionId();
        if (named == null || request.isRequestedSessionIdValid() || request.getSession(false) != null) {
            return;
        }
        files.read(named).ifPresent(open -> {
            HttpSession session = request.getSession();
            session.setAttribute(Workspace.ATTRIBUTE, open);
            store(session, open, named);
        });
    }

    private void store(HttpSession session, Workspace open, @Nullable String before) {
        files.write(session.getId(), open);
        if (before != null && !before.equals(session.getId())) {
            files.delete(before);
        }
        session.setAttribute(STORED_AS, session.getId());
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        String before = (String) session.getAttribute(STORED_AS);
        if (!(session.getAttribute(Workspace.ATTRIBUTE) instanceof Workspace open)) {
            if (before != null) {
                files.delete(before);
                session.removeAttribute(STORED_AS);
            }
        } else if (open.takeChanged() || (before != null && !before.equals(session.getId()))) {
            store(session, open, before);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(LOCK) instanceof ReentrantLock lock) {
            request.removeAttribute(LOCK);
            lock.unlock();
        }
    }
}
