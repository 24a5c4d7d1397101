package org.hashwise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Report of what was tried against a server, by group, and what did not hold. */
final class AttackReport {

    private final Map<String, int[]> triedAndHeld = new LinkedHashMap<>();
    private final Map<String, String> cheap = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    /** Records one attempt. */
    synchronized void tried(String group, String what, boolean held) {
        int[] counts = triedAndHeld.computeIfAbsent(group, first -> new int[2]);
        counts[0]++;
        if (held) {
            counts[1]++;
        } else {
            broken.add(group + ": " + (what.length() > 500 ? what.substring(0, 500) + "…" : what));
        }
    }

    /** Records how cheap requests fared meanwhile. */
    synchronized void cheap(String group, CheapRequests requests, long most) {
        cheap.put(group, requests.count() + " cheap requests, p99 " + requests.p99() + " ms");
        if (requests.p99() > most) {
            broken.add(group + ": p99 of a cheap request " + requests.p99() + " ms");
        }
        requests.failures().stream().limit(3).forEach(failure -> broken.add(group + ": cheap request: " + failure));
    }

    synchronized List<String> broken() {
        return List.copyOf(broken);
    }

    synchronized void print() {
        triedAndHeld.forEach((group, counts) -> System.out.printf(
                Locale.ROOT,
                "Hard use: %-28s %5d tried, %5d held; %s%n",
                group,
                counts[0],
                counts[1],
                cheap.getOrDefault(group, "")));
    }
}
