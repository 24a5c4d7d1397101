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
 * The error report of the container: a problem document for programs, a line of text for all others.
 */
final class ProblemReportValve extends ErrorReportValve {

    private final ObjectProvider<RejectionHandler> rejections;

    ProblemReportValve(ObjectProvider<RejectionHandler> rejections) {
        this.rejections = rejections;
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
            rejections.getObject().rejectWith(status, request, response);
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
