package org.hashwise.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import org.hashwise.rulebook.RulesLocation;

/**
 * The settings of the market feed.
 *
 * @param url address of the API without a path
 * @param rules the folder that snapshots are written to
 * @param interval from one snapshot to the next; whole days, at least one
 * @param timeout for each reply
 */
record FeedSettings(URI url, Path rules, Duration interval, Duration timeout) {

    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(2);

    /** @throws FeedMisconfigured when the settings make no sense */
    static FeedSettings of(String url, RulesLocation rules, Duration interval, Duration timeout) {
        URI address;
        try {
            address = new URI(url.strip().replaceFirst("/+$", ""));
        } catch (URISyntaxException malformed) {
            throw new FeedMisconfigured("misconfigured.url");
        }
        boolean http = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!http
                || address.getHost() == null
                || address.getUserInfo() != null
                || address.getQuery() != null
                || address.getFragment() != null) {
            throw new FeedMisconfigured("misconfigured.url");
        }
        if (interval.toDays() < 1
                || timeout.isNegative()
                || timeout.isZero()
                || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new FeedMisconfigured("misconfigured.time");
        }
        Path folder = rules.folder().orElseThrow(() -> new FeedMisconfigured("misconfigured.rules"));
        return new FeedSettings(address, folder, Duration.ofDays(interval.toDays()), timeout);
    }
}
