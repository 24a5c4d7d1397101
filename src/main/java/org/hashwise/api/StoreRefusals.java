package org.hashwise.api;

import java.util.Optional;
import org.hashwise.assessment.KeyReused;
import org.hashwise.assessment.NotKept;
import org.hashwise.assessment.StoreRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** What is said when something is not kept, or cannot be. */
final class StoreRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(StoreRefusals.class);

    private StoreRefusals() {}

    static Optional<Refusal> of(Exception failure) {
        if (failure instanceof NotKept missing) {
            return Optional.of(
                    missing.forgotten()
                            ? Refusal.named(HttpStatus.GONE, "forgotten")
                            : Refusal.named(HttpStatus.NOT_FOUND, "unkept"));
        }
        if (failure instanceof KeyReused) {
            return Optional.of(Refusal.named(HttpStatus.UNPROCESSABLE_CONTENT, "key-reused"));
        }
        if (failure instanceof StoreRefused refused) {
            LOG.warn("The store refused a request: {} ({})", refused.reason(), refused.cause());
            return Optional.of(of(refused.reason()));
        }
        return Optional.empty();
    }

    private static Refusal of(StoreRefused.Reason reason) {
        return switch (reason) {
            case FULL -> Refusal.named(HttpStatus.INSUFFICIENT_STORAGE, "store-full");
            case READ_ONLY -> Refusal.named(HttpStatus.SERVICE_UNAVAILABLE, "store-read-only");
            case BUSY -> Refusal.named(HttpStatus.SERVICE_UNAVAILABLE, "store-busy");
            case UNREACHABLE -> Refusal.named(HttpStatus.SERVICE_UNAVAILABLE, "store-unreachable");
        };
    }

    /** Whether the same request may succeed soon. */
    static boolean mayPass(Exception failure) {
        return failure instanceof StoreRefused refused && refused.reason() != StoreRefused.Reason.FULL;
    }
}
