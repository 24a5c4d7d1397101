package org.hashwise.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.hashwise.consultation.RequestLanguage;
import org.hashwise.questionnaire.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;

/**
 * Resolver of the language of a page: the one just chosen, else the one chosen before, else the browser's, else English.
 */
final class LanguageResolver implements LocaleResolver {

    private static final String PARAMETER = "lang";
    private static final String COOKIE = "language";

    static Language of(HttpServletRequest request) {
        return chosen(request)
                .or(() -> Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                        .map(Cookie::getValue)
                        .flatMap(Language::ofCode))
                .orElseGet(() -> RequestLanguage.of(request));
    }

    /** Keeps the language that the request chooses, if it chooses one. */
    static void remember(HttpServletRequest request, HttpServletResponse response) {
        chosen(request)
                .ifPresent(language -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(COOKIE, language.code())
                                .path("/")
                                .maxAge(Duration.ofDays(365))
                                .httpOnly(true)
                                .secure(request.isSecure())
                                .sameSite("Lax")
                                .build()
                                .toString()));
    }

    /** The address of the page without the choice of a language; empty when the request chooses none. */
    static Optional<String> withoutChoice(HttpServletRequest request) {
        // More than one slash at the beginning would lead to another server.
        return chosen(request)
                .map(language -> UriComponentsBuilder.newInstance()
                        .path(request.getRequestURI().replaceFirst("^/+", "/"))
                        .query(request.getQueryString())
                        .replaceQueryParam(PARAMETER)
                        .build()
                        .toUriString());
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return inAddress(request, PARAMETER).flatMap(Language::ofCode);
    }

    // A parameter of the address alone: to look for others, the server would have to read a form, which may be
    // unreadable.
    static Optional<String> inAddress(HttpServletRequest request, String parameter) {
        return Optional.ofNullable(UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .getFirst(parameter));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException();
    }
}
