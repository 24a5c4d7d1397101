package org.hashwise.web;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashwise.screening.ScreenedCompany;

/** The sort orders of the table of a screening. Refused rows come last. */
enum ScreeningOrder {
    ROW(Comparator.comparingLong(ScreenedCompany::line)),
    COMPANY(Comparator.comparing(company -> company.name().toLowerCase(Locale.ROOT))),
    ADVICE(Comparator.comparing((ScreenedCompany company) -> company.verdict() == null
                    ? ""
                    : company.verdict().strategy().name())
            .thenComparing(Comparator.comparingDouble(ScreenedCompany::lead).reversed())),
    LEAD(Comparator.comparingDouble(ScreenedCompany::lead).reversed()),
    DISTANCE(Comparator.comparing(ScreeningOrder::distance)),
    DOUBTS(Comparator.comparingInt((ScreenedCompany company) -> company.doubts().size())
            .reversed());

    private final Comparator<ScreenedCompany> order;

    ScreeningOrder(Comparator<ScreenedCompany> order) {
        this.order = order;
    }

    Comparator<ScreenedCompany> comparator() {
        return Comparator.comparing((ScreenedCompany company) -> company.verdict() == null)
                .thenComparing(order)
                .thenComparingLong(ScreenedCompany::line);
    }

    /** The name in the address of the page. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ScreeningOrder of(String key) {
        Optional<ScreeningOrder> named =
                Stream.of(values()).filter(order -> order.key().equals(key)).findFirst();
        return named.orElse(ADVICE);
    }

    private static double distance(ScreenedCompany company) {
        var flip = company.nearestFlip();
        Double percent = flip == null ? null : flip.distancePercent();
        return percent == null ? Double.MAX_VALUE : percent;
    }
}
