package org.hashwise.questionnaire;

import java.util.List;

/** Questions that are asked on one page, in order. The id is also the fact type that rules match, in lower case. */
public record Section(String id, Text title, Text intro, List<Question> questions) {
    public Section {
        questions = List.copyOf(questions);
    }
}
