package org.hashwise.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The questions that a visitor answered or skipped in the interview.
 *
 * @param path ids of the questions in the order in which they were answered or skipped, each once
 * @param skipped ids of the questions that the visitor does not know the answer to
 * @param goingOn whether the visitor wants to be asked on although the rest cannot matter
 */
record InterviewHistory(List<String> path, Set<String> skipped, boolean goingOn) {

    private static final InterviewHistory START = new InterviewHistory(List.of(), Set.of(), false);

    InterviewHistory {
        path = List.copyOf(path);
        skipped = Set.copyOf(skipped);
    }

    static InterviewHistory start() {
        return START;
    }

    InterviewHistory answered(String id) {
        Set<String> fewer = new HashSet<>(skipped);
        fewer.remove(id);
        return new InterviewHistory(after(id), fewer, goingOn);
    }

    InterviewHistory skipped(String id) {
        Set<String> more = new HashSet<>(skipped);
        more.add(id);
        return new InterviewHistory(after(id), more, goingOn);
    }

    InterviewHistory on() {
        return new InterviewHistory(path, skipped, true);
    }

    // A question that is answered again keeps its place in the path, and the questions after it stay.
    private List<String> after(String id) {
        List<String> longer = new ArrayList<>(path);
        if (!longer.contains(id)) {
            longer.add(id);
        }
        return longer;
    }
}
