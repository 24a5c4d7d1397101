package org.hashwise.assessment;

import org.hashwise.assessment.StoreUnavailable.FailureReason;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Health indicator of the store. Advice is given all the same, so that this takes no instance out of service. */
final class StoreIndicator implements HealthIndicator {

    private static final Status READ_ONLY = new Status("READ_ONLY");
    private static final Status ADVICE_ONLY = new Status("ADVICE_ONLY");

    private final StoreHealth store;

    StoreIndicator(StoreHealth store) {
        this.store = store;
    }

    @Override
    public Health health() {
        FailureReason problem = store.problem();
        if (problem == null) {
            return Health.up().build();
        }
        return told(problem).withDetail("reason", problem.name()).build();
    }

    private Health.Builder told(FailureReason problem) {
        return Health.status(problem != FailureReason.UNREACHABLE && store.readable() ? READ_ONLY : ADVICE_ONLY);
    }
}
