package org.hashwise.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hashwise.mcp.Respondent.Action;
import org.hashwise.mcp.Respondent.Form;
import org.hashwise.mcp.Respondent.Reply;

/** A user who answers each form by a function of the question's id; null declines. */
class FormUser {

    private final Function<String, Object> answers;
    final List<String> asked = new ArrayList<>();
    final List<Form> forms = new ArrayList<>();

    FormUser(Function<String, Object> answers) {
        this.answers = answers;
    }

    Respondent respondent() {
        return Respondent.withForms(this::fillIn);
    }

    private Reply fillIn(Form form) {
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
