package org.hashwise.api;

import java.util.List;
import java.util.function.Function;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.NoMarketYet;
import org.hashwise.questionnaire.Problem;

/** Asks for something on a day, and says so when no market values are that old. */
final class Dated {

    private Dated() {}

    /** @throws ApiException when the day is before the first snapshot */
    static <T> T answer(Consultation.Request request, Function<Consultation.Request, T> work) {
        try {
            return work.apply(request);
        } catch (NoMarketYet tooEarly) {
            Problem problem = new Problem(
                    "asOf",
                    tooEarly.asked().toString(),
                    Problem.Code.BEFORE_FIRST_SNAPSHOT,
                    List.of(tooEarly.first()),
                    tooEarly.first().toString());
            throw ApiException.invalid(List.of(problem), request.language());
        }
    }
}
