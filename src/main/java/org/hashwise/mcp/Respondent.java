package org.hashwise.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The user of a client, who can fill in a form if the client supports elicitation. */
public interface Respondent {

    /** Returns whether the client shows forms to its user. */
    boolean canBeAsked();

    /** Shows a form and waits for the reply; no reply in time counts as {@link Action#CANCEL}. */
    Reply ask(Form form);

    /**
     * A form.
     *
     * @param message shown above the fields
     * @param schema JSON Schema of an object with primitive properties only
     */
    record Form(String message, Map<String, Object> schema) {}

    /** @param content the values of the fields by name; empty unless the form was accepted */
    record Reply(Action action, Map<String, @Nullable Object> content) {}

    /** The action of the user on a form. */
    enum Action {
        ACCEPT,
        DECLINE,
        CANCEL
    }
}
