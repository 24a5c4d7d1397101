package org.hashwise.assessment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A position in a list of assessments: after this one.
 *
 * @param createdAt in milliseconds
 */
record Cursor(long createdAt, String id) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,16})-([0-9a-f]{32})");
    private static final Cursor BEGINNING = new Cursor(-1, "");

    static Cursor at(Assessment assessment) {
        return new Cursor(assessment.createdAt().toEpochMilli(), assessment.id());
    }

    static Cursor read(@Nullable String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        return parts.matches() ? new Cursor(Long.parseLong(parts.group(1)), parts.group(2)) : BEGINNING;
    }

    static boolean is(String text) {
        return TEXT.matcher(text).matches();
    }

    String write() {
        return createdAt + "-" + id;
    }
}
