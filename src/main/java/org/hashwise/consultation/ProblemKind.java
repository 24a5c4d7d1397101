package org.hashwise.consultation;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * The kinds of problem documents. The name of each is in the {@code type} of the document, by which programs tell them apart, and
 * does not change; the page at that address explains it.
 */
public enum ProblemKind {
    INVALID_REQUEST("failure.400"),
    INVALID_JSON("failure.json"),
    LIMIT_EXCEEDED("failure.json-limit"),
    UNREADABLE_FILE("failure.screening"),
    UNREADABLE_REQUEST("rejection.address"),
    INCOMPLETE_REQUEST("rejection.cut"),
    NOT_AUTHENTICATED("rejection.login"),
    NOT_PERMITTED("rejection.role"),
    MISSING_TOKEN("rejection.form"),
    CROSS_SITE("rejection.site"),
    UNKNOWN_HOST("rejection.host"),
    NOT_FOUND("failure.404"),
    ASSESSMENT_NOT_FOUND("failure.unkept"),
    NO_PROJECTION("failure.no-projection"),
    ASSESSMENT_DELETED("failure.forgotten"),
    METHOD_NOT_ALLOWED("failure.405"),
    UNKNOWN_METHOD("rejection.method"),
    NOT_ACCEPTABLE("failure.406"),
    SCREENING_FORMAT("failure.screening-accept"),
    DETAIL_FORMAT("failure.screening-detail"),
    SLOW_BODY("rejection.slow"),
    VERSION_CONFLICT("failure.412"),
    VERSION_REQUIRED("failure.428"),
    BODY_TOO_LARGE("failure.413"),
    REQUEST_TOO_LARGE("rejection.size"),
    TOO_MANY_RECEIPTS("failure.receipts-limit"),
    UNSUPPORTED_TYPE("failure.415"),
    UNSUPPORTED_ENCODING("failure.encoding"),
    UNSUPPORTED_CHARSET("failure.charset"),
    KEY_REUSED("failure.key-reused"),
    EDITION_UNAVAILABLE("failure.edition"),
    TOO_MANY_CHANGES("failure.changes"),
    TOO_MANY_REQUESTS("rejection.rate"),
    TOO_MANY_PASSWORDS("rejection.locked"),
    ANALYSES_BUSY("rejection.busy"),
    ANALYSIS_TIMEOUT("rejection.late"),
    EDITIONS_BUSY("failure.busy"),
    IMPORT_BUSY("failure.import-busy"),
    RULES_STOPPED("failure.503"),
    STORE_FULL("failure.store-full"),
    STORE_READ_ONLY("failure.store-read-only"),
    STORE_BUSY("failure.store-busy"),
    STORE_DAMAGED("failure.store-damaged"),
    STORE_UNREACHABLE("failure.store-unreachable"),
    INTERNAL_ERROR("failure.500");

    private final String key;

    ProblemKind(String key) {
        this.key = key;
    }

    /** @param key of the words of a document, without its last part; every one that there is has a kind */
    public static ProblemKind of(String key) {
        return Stream.of(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElse(INTERNAL_ERROR);
    }

    /** The key of its words, without the last part. */
    public String key() {
        return key;
    }

    /** The name of the kind in addresses. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type of its documents: a reference (RFC 3986) to its explanation, relative to the root of the program. */
    public String type() {
        return "/problems#" + slug();
    }
}
