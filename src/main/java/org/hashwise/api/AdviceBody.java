package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.RequestLanguage;

/** Reader of the body of a request that asks about a company. */
final class AdviceBody {

    private AdviceBody() {}

    /** @param own names of the fields that the route takes beside those of an advice */
    static AdviceRequest read(HttpServletRequest http, Consultation consultation, String... own) throws IOException {
        return AdviceRequest.with(
                JsonBody.read(RequestStream.of(http)), consultation.questionnaire(), RequestLanguage.of(http), own);
    }
}
