package org.hashwise.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;

/** Answers requests to the API that the container itself refuses with a problem document in place of an HTML page. */
final class ProblemReportValve extends ErrorReportValve {

    private final ObjectProvider<RejectionHandler> denials;

    ProblemReportValve(ObjectProvider<RejectionHandler> denials) {
        this.denials = denials;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean unreadable = response.getStatus() == HttpStatus.BAD_REQUEST.value()
                && response.getContentWritten() == 0
                && RejectionHandler.isForPrograms(request);
        if (!unreadable) {
            super.report(request, response, failure);
            return;
        }
        try {
            denials.getObject().tell(Rejection.ADDRESS, request, response);
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
