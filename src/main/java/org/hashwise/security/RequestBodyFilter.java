package org.hashwise.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;

/**
 * Filter that reads the body of each request before anything else, within a deadline and a size. While a body arrives it takes no
 * thread and no place among the analyses.
 */
final class RequestBodyFilter implements Filter {

    private static final int JSON = 1 << 20;
    private static final int ARCHIVE = 32 << 20;
    private static final int CHUNK = 64 << 10;
    private static final int UPLOAD = 9 << 20;
    private static final int LOGIN = 16 << 10;
    private static final String SCREENINGS = "/api/v1/screenings";
    private static final String IMPORT = "/api/v1/assessments/import";

    private final AccessPolicy policy;
    private final RequestLimits limits;
    private final ObjectProvider<RejectionHandler> rejections;
    private final RequestBodyMemory memory;

    /** @param rejections looked up when one is needed: it needs the rules, and the filter comes before them */
    RequestBodyFilter(AccessPolicy policy, RequestLimits limits, ObjectProvider<RejectionHandler> rejections) {
        this.policy = policy;
        this.limits = limits;
        this.rejections = rejections;
        this.memory = new RequestBodyMemory(limits.bodiesPerAddress());
    }

    @Override
    public void doFilter(ServletRequest any, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            read((HttpServletRequest) any, response, chain);
        } catch (InvalidParameterException malformed) {
            rejections.getObject().reject(Rejection.ADDRESS, (HttpServletRequest) any, (HttpServletResponse) response);
        }
    }

    private void read(HttpServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestBody body = RequestBody.of(request);
        if (body != null && request.getDispatcherType() == DispatcherType.ASYNC) {
            if (body.rejection() != null || body.bytes().size() > most(request)) {
                leaveRestUnread(request, (HttpServletResponse) response);
            }
            chain.doFilter(new BufferedBodyRequest(request, body.bytes()), response);
        } else if (body != null || request.getDispatcherType() != DispatcherType.REQUEST || !announcesBody(request)) {
            // Parameters that cannot be decoded are refused here, and not wherever one is asked for.
            request.getParameterMap();
            chain.doFilter(request, response);
        } else if (isStreamed(request)) {
            request.getParameterMap(); // as above
            chain.doFilter(request, response);
            endBody(request, response);
        } else if (isRefusedForItsPath(request)) {
            leaveRestUnread(request, (HttpServletResponse) response);
            chain.doFilter(request, response);
        } else {
            boolean large = isImport(request) || FileUpload.isOne(request);
            // One byte more than allowed, by which the size is found to be exceeded.
            new RequestBodyReader(
                            request,
                            memory,
                            ClientNetwork.of(policy, request),
                            most(request) + 1,
                            large ? limits.importDeadline() : limits.bodyDeadline())
                    .start();
        }
    }

    // A client that is refused early may still be sending and read the reply only afterwards: the rest of the body is
    // skipped, up to a limit of bytes and of time.
    private void endBody(HttpServletRequest request, ServletResponse response) {
        try {
            ServletInputStream body = request.getInputStream();
            if (body.isFinished() || request.isAsyncStarted()) {
                return;
            }
            long end = System.nanoTime() + limits.bodyDeadline().toNanos();
            byte[] rest = new byte[CHUNK];
            int left = ARCHIVE;
            while (!body.isFinished() && left > 0 && System.nanoTime() < end) {
                left -= Math.max(body.read(rest), 0);
            }
            if (!body.isFinished()) {
                response.getOutputStream().close(); // which sends the reply: after the next line there is none
                ConnectionOriginValve.leaveBodyUnread(request);
            }
        } catch (IOException gone) {
            ConnectionOriginValve.leaveBodyUnread(request);
        }
    }

    /** Returns whether the body is read while it arrives, by the part of the program that answers. */
    static boolean isStreamed(HttpServletRequest request) {
        return path(request).equals(SCREENINGS);
    }

    /** Bytes that a body of this request may have. */
    static int most(HttpServletRequest request) {
        if (isImport(request)) {
            return ARCHIVE;
        }
        if (FileUpload.isOne(request)) {
            return UPLOAD;
        }
        return path(request).equals(LoginController.PATH) ? LOGIN : JSON;
    }

    private static boolean isImport(HttpServletRequest request) {
        return path(request).equals(IMPORT);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static boolean announcesBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    // The firewall refuses these in the form in which they arrived; a second dispatch would normalise them.
    private static boolean isRefusedForItsPath(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.contains(";") || path.contains("//") || path.contains("/.") || path.contains("\\");
    }

    private static void leaveRestUnread(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        ConnectionOriginValve.leaveBodyUnread(request);
    }
}
