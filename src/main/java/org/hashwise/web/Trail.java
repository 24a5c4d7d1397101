package org.hashwise.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The way of a visitor through the guided interview.
 *
 * @param path ids of the questions in the order in which they were answered or skipped, each once
 * @param skipped ids of the questions that the visitor does not know the answer to
 * @param goingOn whether the visitor wants to be asked on although the rest cannot matter
 */
record Trail(List<String> path, Set<String> skipped, boolean goingOn) {

    private static final Trail START = new Trail(List.of(), Set.of(), false);

    Trail {
        path = List.copyOf(path);
        skipped = Set.copyOf(skipped);
    }

    static Trail start() {
        return START;
    }

    Trail answered(String id) {
        Set<String> fewer = new HashSet<>(skipped);
        fewer.remove(id);
        return new Trail(after(id), fewer, goingOn);
    }

    Trail skipped(String id) {
        Set<String> more = new HashSet<>(skipped);
        more.add(id);
        return new Trail(after(id), more, goingOn);
    }

    Trail on() {
        return new Trail(path, skipped, true);
    }

    // Who changes an earlier answer keeps the way that led on from there.
    private List<String> after(String id) {
        List<String> longer = new ArrayList<>(path);
        if (!longer.contains(id)) {
            longer.add(id);
        }
        return longer;
    }
}
