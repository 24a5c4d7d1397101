package org.hashwise.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A user who answers each form by a function of the question's id; null declines. */
class FormUser implements Respondent {

    static final Reply CANCEL = new Reply(Action.CANCEL, Map.of());

    private final Function<String, Object> answers;
    final List<String> asked = new ArrayList<>();
    final List<Form> forms = new ArrayList<>();

    FormUser(Function<String, Object> answers) {
        this.answers = answers;
    }

    /** A user whose client shows no forms. */
    static Respondent unreachable() {
        return new FormUser(id -> CANCEL) {
            @Override
            public boolean canBeAsked() {
                return false;
            }
        };
    }

    @Override
    public boolean canBeAsked() {
        return true;
    }

    @Override
    public Reply ask(Form form) {
        String id = ((Map<?, ?>) form.schema().get("properties"))
                .keySet()
                .iterator()
                .next()
                .toString();
        asked.add(id);
        forms.add(form);
        Object answer = answers.apply(id);
        if (answer instanceof Reply reply) {
            return reply;
        }
        return answer == null ? new Reply(Action.DECLINE, Map.of()) : new Reply(Action.ACCEPT, Map.of(id, answer));
    }
}
