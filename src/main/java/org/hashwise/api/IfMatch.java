package org.hashwise.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The {@code If-Match} header: the versions from which a change may start. */
final class IfMatch {

    private static final String ANY = "*";
    private static final String WEAK = "W/";
    private static final Pattern TAG = Pattern.compile("(W/)?\"[1-9][0-9]{0,8}\"|\\*");

    private final List<String> tags;

    private IfMatch(List<String> tags) {
        this.tags = tags;
    }

    static IfMatch of(HttpServletRequest request) {
        return new IfMatch(Collections.list(request.getHeaders(HttpHeaders.IF_MATCH)).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList());
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    boolean isAbsent() {
        return tags.isEmpty();
    }

    /** @throws ApiException when the caller does not say */
    IfMatch needed() {
        if (isAbsent()) {
            throw ApiException.of(HttpStatus.PRECONDITION_REQUIRED);
        }
        return this;
    }

    /** Returns whether a change may start from this version. */
    boolean allows(int version) {
        return tags.contains(ANY) || tags.contains(tag(version));
    }

    /**
     * Returns whether a tag names this version in its weak form, with which no change may start by RFC 9110, 13.1.1.
     */
    boolean isWeak(int version) {
        return tags.contains(WEAK + tag(version));
    }

    /**
     * Returns whether no tag is one that an assessment could have, as when a server in between appends something to it.
     */
    boolean isForeign() {
        return tags.stream().noneMatch(tag -> TAG.matcher(tag).matches());
    }

    /** The version that the caller knows; 0 when that is no version at all. */
    int known() {
        try {
            return tags.isEmpty() ? 0 : Integer.parseInt(tags.get(0).replaceAll("^(W/)?\"|\"$", ""));
        } catch (NumberFormatException otherTag) {
            return 0;
        }
    }
}
