package org.hashwise.consultation;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stack trace without the messages of the exceptions, which may quote input: a log must not have it. */
public final class FailureTrace {

    // The place in a template and the expression there, never its value.
    private static final String TELLS_PLACES = "org.thymeleaf.";

    private FailureTrace() {}

    /** The trace in as many lines as it takes, each with a line break before it. */
    public static String of(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            trace.append(seen.size() > 1 ? "\ncaused by " : "\n")
                    .append(each.getClass().getName());
            if (each.getClass().getName().startsWith(TELLS_PLACES)) {
                trace.append(": ").append(each.getMessage());
            }
            for (StackTraceElement frame : each.getStackTrace()) {
                trace.append("\n\tat ").append(frame);
            }
        }
        return trace.toString();
    }
}
