package org.hashwise.screening;

import java.util.List;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Language;

/**
 * Exception: a file that cannot be read, or not beyond a row.
 *
 * <p>The sentence is found in the messages under {@code failure.screening.<key>}.
 */
public final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> arguments;

    UnreadableFile(String key, Object... arguments) {
        super(key, null, false, false);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** The fault in one sentence. */
    public String sentence(Wording wording, Language language) {
        return wording.text("failure.screening." + key, language, arguments.toArray());
    }
}
