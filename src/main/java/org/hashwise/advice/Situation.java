package org.hashwise.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hashwise.economics.Economics;
import org.hashwise.economics.Jurisdictions;
import org.hashwise.economics.Metric;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Figures;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.Typical;
import org.jspecify.annotations.Nullable;

/**
 * One company on one day, complete: every question has a value, which is an answer, a market value or a stated
 * assumption; only values that are {@link Typical.Computed computed when absent} may be missing. Immutable.
 */
public final class Situation extends CompletedFigures {

    private static final Metric[] METRICS = Metric.values();

    private final LocalDate asOf;
    private final Economics economics;

    // Made on demand: bulk use never asks for them. Two threads may both make them, and make the same.
    private @Nullable Answers answers;

    private @Nullable Dependencies dependencies;

    private Situation(TypicalValues typicalValues, @Nullable Answer[] given, LocalDate asOf) {
        super(typicalValues, given);
        this.asOf = asOf;
        complete();
        this.economics = Economics.of(this, jurisdictions());
    }

    /** A company that differs from another in one answer. */
    private Situation(
            Situation other, @Nullable Answer[] given, @Nullable Answer[] values, int[] assumed, Metric[] metrics) {
        super(other.typicalValues, given, values);
        this.asOf = other.asOf;
        for (int position : assumed) {
            valueAt(position);
        }
        this.economics = other.economics.with(this, jurisdictions(), metrics);
    }

    /**
     * Completes the answers.
     *
     * @param answers validated against the questionnaire
     * @param asOf the day for which advice is asked; not before the snapshot
     */
    public static Situation of(
            Questionnaire questionnaire,
            Answers answers,
            MarketSnapshot market,
            Jurisdictions jurisdictions,
            LocalDate asOf) {
        return of(new TypicalValues(questionnaire, market, jurisdictions), answers, asOf);
    }

    /**
     * The same for one of many companies on a market.
     *
     * @param typicalValues for the questions that are not answered
     */
    public static Situation of(TypicalValues typicalValues, Answers answers, LocalDate asOf) {
        Questionnaire questionnaire = typicalValues.questionnaire();
        @Nullable Answer[] given = new Answer[questionnaire.questions().size()];
        questionnaire.renames().apply(answers).byId().forEach((id, answer) -> {
            int position = questionnaire.position(id);
            if (position >= 0) { // a question may have been withdrawn since it was answered
                given[position] = answer;
            }
        });
        return of(typicalValues, given, asOf);
    }

    /** Completes answers at the positions of their questions; the array is ours from here on. */
    static Situation of(TypicalValues typicalValues, @Nullable Answer[] given, LocalDate asOf) {
        return new Situation(typicalValues, given, asOf);
    }

    /** The assumption for a question in case it is not answered; null when there is none. */
    public @Nullable Answer assumedAt(int position) {
        return typicalValues.at(position, this);
    }

    /** The same company with another answer to one question; assumptions that rest on it follow. */
    public Situation with(int position, Answer answer) {
        return of(typicalValues, changed(position, answer), asOf);
    }

    /** The same company with other answers to some questions, by their positions. */
    public Situation with(Map<Integer, Answer> others) {
        @Nullable Answer[] changed = given.clone();
        others.forEach((position, answer) -> changed[position] = answer);
        return of(typicalValues, changed, asOf);
    }

    /** The same company with any number of other answers to one question, each for less than {@link #with} takes. */
    public AnswerVariation variation(int position) {
        Dependencies known = dependencies;
        if (known == null) {
            known = Dependencies.of(this);
            dependencies = known;
        }
        return new AnswerVariation(this, position, known);
    }

    /**
     * The same company with another answer to one question.
     *
     * @param assumed the positions of the assumed values that rest on it
     * @param metrics those that rest on it
     */
    Situation with(int position, Answer answer, int[] assumed, Metric[] metrics) {
        @Nullable Answer[] known = values.clone();
        for (int dependent : assumed) {
            known[dependent] = null;
        }
        known[position] = answer;
        return new Situation(this, changed(position, answer), known, assumed, metrics);
    }

    /** The same company with other answers. */
    public Situation with(Answers others) {
        return of(typicalValues, others, asOf);
    }

    private @Nullable Answer[] changed(int position, Answer answer) {
        @Nullable Answer[] changed = given.clone();
        changed[position] = answer;
        return changed;
    }

    private void complete() {
        for (int position = 0; position < values.length; position++) {
            valueAt(position);
        }
    }

    /** The value of the yes-or-no question at this position of the questionnaire; no when it has none. */
    @Override
    public boolean yesAt(int position) {
        return valueAt(position) instanceof Answer.YesNo answer && answer.value();
    }

    /** The value of the choice question at this position of the questionnaire; empty when it has none. */
    @Override
    public String choiceAt(int position) {
        return valueAt(position) instanceof Answer.Choice answer ? answer.value() : "";
    }

    /** The value of the metric with this ordinal. */
    public double metricAt(int ordinal) {
        return economics.get(METRICS[ordinal]);
    }

    /** The metrics that the questions of this edition allow to compute. */
    public List<Metric> metrics() {
        return Economics.metrics(this::isAsked);
    }

    public double metric(Metric metric) {
        return economics.get(metric);
    }

    /** One metric of the same company with another answer to one question; the other metrics are not computed. */
    public double metricWith(Metric metric, int position, Answer answer) {
        CompletedFigures changed = new CompletedFigures(typicalValues, changed(position, answer));
        return Economics.compute(metric, changed, jurisdictions());
    }

    /** The ids of the questions whose values are typicalValues, in the order of the questions. */
    public List<String> assumed() {
        List<String> ids = new ArrayList<>();
        for (Question question : questionnaire().questions()) {
            boolean assumes =
                    question.typical() instanceof Typical.Fixed || question.typical() instanceof Typical.Estimated;
            if (assumes && !isAnswered(question.id())) {
                ids.add(question.id());
            }
        }
        return ids;
    }

    /**
     * The ids of the questions that a metric rests on: everything that its formula read for this company, through estimates
     * down to plain answers and typicalValues.
     */
    public SortedSet<String> basisOf(Metric metric) {
        SortedSet<String> ids = new TreeSet<>();
        recorded(metric).read.stream()
                .forEach(position ->
                        ids.add(questionnaire().questions().get(position).id()));
        return ids;
    }

    /** The values of this company that the formula of a metric reads. */
    Reads readBy(Metric metric) {
        return recorded(metric).reads();
    }

    /** The values that the assumption for a question is computed from; none without an assumption. */
    Reads readByAssumption(int position) {
        Recording recording = new Recording();
        if (given[position] == null) {
            typicalValues.at(position, recording);
        }
        return recording.reads();
    }

    /**
     * The values of one company that a formula reads.
     *
     * @param values positions of the questions whose values it reads
     * @param checks positions of the questions of which it asks whether they are answered
     */
    record Reads(BitSet values, BitSet checks) {}

    private Recording recorded(Metric metric) {
        Recording recording = new Recording();
        Economics.compute(metric, recording, jurisdictions());
        return recording;
    }

    public Questionnaire questionnaire() {
        return typicalValues.questionnaire();
    }

    public Answers answers() {
        Answers made = answers;
        if (made == null) {
            SortedMap<String, Answer> byId = new TreeMap<>();
            for (int position = 0; position < given.length; position++) {
                Answer answer = given[position];
                if (answer != null) {
                    byId.put(questionnaire().questions().get(position).id(), answer);
                }
            }
            made = new Answers(byId);
            answers = made;
        }
        return made;
    }

    public MarketSnapshot market() {
        return typicalValues.market();
    }

    public Jurisdictions jurisdictions() {
        return typicalValues.jurisdictions();
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Notes what a formula reads. */
    private final class Recording extends Figures {
        private final BitSet read = new BitSet();
        private final BitSet checked = new BitSet();

        Recording() {
            super(questionnaire());
        }

        Reads reads() {
            return new Reads(read, checked);
        }

        @Override
        public @Nullable Answer valueAt(int position) {
            read.set(position);
            return Situation.this.valueAt(position);
        }

        @Override
        public boolean isAnsweredAt(int position) {
            checked.set(position);
            return Situation.this.isAnsweredAt(position);
        }
    }
}
