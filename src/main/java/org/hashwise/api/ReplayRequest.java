package org.hashwise.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.Replays.Which;
import org.hashwise.consultation.RequestFields;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Problem.Code;

/**
 * The body of a request for a replay.
 *
 * @param assessments which ones; empty when none is named
 */
record ReplayRequest(Which rules, Which market, List<String> assessments) {

    /** Most assessments that are named in one request. */
    static final int MOST = 200;

    private static final List<String> FIELDS = List.of("rules", "market", "assessments");
    private static final List<String> WORDS = List.of("today", "then");

    ReplayRequest {
        assessments = List.copyOf(assessments);
    }

    /**
     * @param several whether assessments may be named
     * @throws ApiException naming all problems
     */
    static ReplayRequest read(InputStream stream, boolean several, Language language) throws IOException {
        RequestFields fields = RequestFields.of(JsonBody.read(stream));
        fields.refuseOthersThan(several ? FIELDS : FIELDS.subList(0, 2));
        Which rules = which(fields, "rules", Which.TODAY);
        Which market = which(fields, "market", Which.THEN);
        List<String> ids = new ArrayList<>();
        List<?> given = several ? fields.list("assessments") : List.of();
        if (given.size() > MOST) {
            fields.problem("assessments", given.size(), Code.OVER_LIMIT, List.of(MOST), String.valueOf(MOST));
        }
        for (Object id : given) {
            if (id instanceof String text) {
                ids.add(text);
            } else {
                fields.problem("assessments", id, Code.WRONG_TYPE, List.of(), "");
            }
        }
        fields.refuseProblems(language);
        return new ReplayRequest(rules, market, ids);
    }

    private static Which which(RequestFields fields, String name, Which usual) {
        String word = fields.word(name, WORDS);
        return word == null ? usual : Which.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
