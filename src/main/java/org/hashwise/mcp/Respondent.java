package org.hashwise.mcp;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The user of a client, who can fill in a form if the client supports elicitation. */
public final class Respondent {

    private final @Nullable Function<Form, Reply> forms;

    private Respondent(@Nullable Function<Form, Reply> forms) {
        this.forms = forms;
    }

    /** The user of a client that shows forms: {@code ask} shows one and waits for the reply. */
    public static Respondent withForms(Function<Form, Reply> ask) {
        return new Respondent(ask);
    }

    /** The user of a client that shows no forms. */
    public static Respondent withoutForms() {
        return new Respondent(null);
    }

    /** Returns whether the client shows forms to its user. */
    public boolean canBeAsked() {
        return forms != null;
    }

    /** Shows a form and waits for the reply; no reply in time, or a client without forms, counts as {@link Action#CANCEL}. */
    public Reply ask(Form form) {
        return forms == null ? Reply.CANCELLED : forms.apply(form);
    }

    /**
     * A form.
     *
     * @param message shown above the fields
     * @param schema JSON Schema of an object with primitive properties only
     */
    public record Form(String message, Map<String, Object> schema) {}

    /** @param content the values of the fields by name; empty unless the form was accepted */
    public record Reply(Action action, Map<String, @Nullable Object> content) {

        /** A form that was closed, or to which there was no reply. */
        public static final Reply CANCELLED = new Reply(Action.CANCEL, Map.of());
    }

    /** The action of the user on a form. */
    public enum Action {
        ACCEPT,
        DECLINE,
        CANCEL
    }
}
