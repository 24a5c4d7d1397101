package org.hashwise.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All questions, in the order in which they are asked. */
public final class Questionnaire {

    private final List<Section> sections;
    private final List<Question> questions;
    private final Map<String, Question> byId = new LinkedHashMap<>();
    private final Map<String, Integer> positionById = new LinkedHashMap<>();

    // Formulas always ask for the values of the same questions. Two threads may both find their positions, and find the
    // same.
    private @Nullable KnownPositions knownPositions;

    private final Renames renames;

    public Questionnaire(List<Section> sections) {
        this(sections, Renames.none());
    }

    private Questionnaire(List<Section> sections, Renames renames) {
        this.renames = renames;
        this.sections = List.copyOf(sections);
        this.questions = sections.stream()
                .flatMap(section -> section.questions().stream())
                .toList();
        for (Question question : questions) {
            positionById.put(question.id(), byId.size());
            byId.put(question.id(), question);
        }
    }

    private record KnownPositions(List<String> ids, int[] positions) {}

    /** The same questions, which had these names before. */
    public Questionnaire with(Renames former) {
        return new Questionnaire(sections, former);
    }

    /** The former names of questions and choices. */
    public Renames renames() {
        return renames;
    }

    public List<Section> sections() {
        return sections;
    }

    public List<Question> questions() {
        return questions;
    }

    public Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    public Optional<Question> question(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The {@link #position} of each of some questions, not to be changed. The list that was asked for last is remembered. */
    public int[] positions(List<String> ids) {
        KnownPositions known = knownPositions;
        if (known == null || !known.ids.equals(ids)) {
            known = new KnownPositions(
                    ids, ids.stream().mapToInt(this::position).toArray());
            knownPositions = known;
        }
        return known.positions;
    }

    /** The index of a question in {@link #questions()}; −1 when there is no such question. */
    public int position(String id) {
        return positionById.getOrDefault(id, -1);
    }
}
