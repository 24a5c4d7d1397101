package org.hashwise.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.questionnaire.Problem.Code;
import org.jspecify.annotations.Nullable;

/**
 * Parser and validator of raw values, as JSON, YAML or a form delivers them, into answers. Whether answers fit each other is
 * not judged here: an odd company is still a company.
 */
public final class AnswersReader {

    /** Suggestions take time; a reader of more problems than this reads none of them. */
    static final int MOST_SUGGESTIONS = 100;

    private final Questionnaire questionnaire;
    private final Language language;

    /** A reader of values in which text in the place of a number is English. */
    public AnswersReader(Questionnaire questionnaire) {
        this(questionnaire, Language.EN);
    }

    /** @param language of text in the place of a number */
    public AnswersReader(Questionnaire questionnaire, Language language) {
        this.questionnaire = questionnaire;
        this.language = language;
    }

    /**
     * Reads everything and reports all problems, not only the first. An answer under a former name counts
     * under that of now.
     *
     * @param raw by question id: {@link Number}, {@link String}, {@link Boolean}, or a map of code to percent; null
     *     means not answered
     */
    public AnswersResult read(Map<String, ? extends @Nullable Object> raw) {
        TreeMap<String, Answer> answers = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        List<Renames.Renamed> renamed = new ArrayList<>();
        Map<String, @Nullable Object> given = new TreeMap<>(raw);
        refuseBothNames(given, problems);
        questionnaire.renames().fit(given, questionnaire, renamed).forEach((id, value) -> {
            Answer answer = value == null ? null : answer(id, value, problems);
            if (answer != null) {
                answers.put(id, answer);
            }
        });
        return new AnswersResult(new Answers(answers), problems, renamed);
    }

    // Which of the two is meant is unknown.
    private void refuseBothNames(Map<String, @Nullable Object> given, List<Problem> problems) {
        questionnaire.renames().ids().forEach((id, now) -> {
            if (given.containsKey(id) && given.get(now) != null) {
                if (given.get(id) != null) {
                    problems.add(new Problem(id, given.get(id), Code.ONE_TOO_MANY, List.of(id, now), now));
                }
                given.remove(id);
            }
        });
    }

    private @Nullable Answer answer(String id, Object value, List<Problem> problems) {
        Question question = questionnaire.question(id).orElse(null);
        if (question == null) {
            problems.add(new Problem(
                    id, value, Code.UNKNOWN_ID, List.of(), problems.size() < MOST_SUGGESTIONS ? nearest(id) : ""));
            return null;
        }
        RawAnswer raw = new RawAnswer(question, value, language, problems);
        return switch (question.kind()) {
            case NUMBER, PERCENT, MONEY -> raw.number();
            case YESNO -> raw.yesNo();
            case CHOICE -> raw.choice();
            case SHARES -> new RawShares(question, value, problems).read();
        };
    }

    // Many know the name of a figure and forget or mistake its section, so the name alone counts too.
    private String nearest(String id) {
        String name = id.substring(id.indexOf('.') + 1);
        List<String> ids = questionnaire.questions().stream().map(Question::id).toList();
        return ids.stream()
                .filter(known -> known.substring(known.indexOf('.') + 1).equalsIgnoreCase(name))
                .findFirst()
                .or(() -> Nearest.to(id, ids))
                .orElse("");
    }
}
