package org.hashwise.consultation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.hashwise.questionnaire.Language;
import org.springframework.http.HttpHeaders;

/** The language that a caller prefers by its headers. */
public final class RequestLanguage {

    private RequestLanguage() {}

    /** The first accepted language that Hashwise has, else English. */
    public static Language of(HttpServletRequest request) {
        // Without the header the container would answer with the server's own locale.
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Language.EN;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> Language.ofCode(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Language.EN);
    }
}
