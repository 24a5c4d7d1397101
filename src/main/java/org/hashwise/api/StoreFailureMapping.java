package org.hashwise.api;

import java.util.Optional;
import org.hashwise.assessment.AssessmentNotFound;
import org.hashwise.assessment.IdempotencyKeyConflict;
import org.hashwise.assessment.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Exception handler for failures of the store. */
final class StoreFailureMapping {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFailureMapping.class);

    private StoreFailureMapping() {}

    static Optional<ApiException> of(Exception failure) {
        if (failure instanceof AssessmentNotFound missing) {
            return Optional.of(
                    missing.forgotten()
                            ? ApiException.named(HttpStatus.GONE, "forgotten")
                            : ApiException.named(HttpStatus.NOT_FOUND, "unkept"));
        }
        if (failure instanceof IdempotencyKeyConflict) {
            return Optional.of(ApiException.named(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused"));
        }
        if (failure instanceof StoreUnavailable refused) {
            LOG.warn("The store refused a request: {} ({})", refused.reason(), refused.cause());
            return Optional.of(of(refused.reason()));
        }
        return Optional.empty();
    }

    private static ApiException of(StoreUnavailable.FailureReason reason) {
        return switch (reason) {
            case FULL -> ApiException.named(HttpStatus.INSUFFICIENT_STORAGE, "store-full");
            case READ_ONLY -> ApiException.named(HttpStatus.SERVICE_UNAVAILABLE, "store-read-only");
            case BUSY -> ApiException.named(HttpStatus.SERVICE_UNAVAILABLE, "store-busy");
            case DAMAGED -> ApiException.named(HttpStatus.SERVICE_UNAVAILABLE, "store-damaged");
            case UNREACHABLE -> ApiException.named(HttpStatus.SERVICE_UNAVAILABLE, "store-unreachable");
        };
    }

    /** Returns whether the same request may succeed soon. */
    static boolean mayPass(Exception failure) {
        return failure instanceof StoreUnavailable refused
                && refused.reason() != StoreUnavailable.FailureReason.FULL
                && refused.reason() != StoreUnavailable.FailureReason.DAMAGED;
    }
}
