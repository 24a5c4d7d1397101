package org.hashwise.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;

/**
 * Answers what the container itself refuses: programs with a problem document, all others with a line of text in place of
 * the container's page.
 */
final class ProblemReportValve extends ErrorReportValve {

    private final ObjectProvider<RejectionHandler> denials;

    ProblemReportValve(ObjectProvider<RejectionHandler> denials) {
        this.denials = denials;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            denials.getObject().tellStatus(status, request, response);
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
