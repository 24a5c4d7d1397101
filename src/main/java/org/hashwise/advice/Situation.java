package org.hashwise.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hashwise.economics.Economics;
import org.hashwise.economics.Estimates;
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
public final class Situation implements Figures {

    private static final Metric[] METRICS = Metric.values();

    private final Questionnaire questionnaire;
    private final Answers answers;
    private final MarketSnapshot market;
    private final Jurisdictions jurisdictions;
    private final LocalDate asOf;
    private final @Nullable Answer[] values;
    private final Economics economics;

    private Situation(
            Questionnaire questionnaire,
            Answers answers,
            MarketSnapshot market,
            Jurisdictions jurisdictions,
            LocalDate asOf) {
        this.questionnaire = questionnaire;
        this.answers = answers;
        this.market = market;
        this.jurisdictions = jurisdictions;
        this.asOf = asOf;
        this.values = new Answer[questionnaire.questions().size()];
        complete();
        this.economics = Economics.of(this, jurisdictions);
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
        return new Situation(questionnaire, answers, market, jurisdictions, asOf);
    }

    // An estimate may read other estimates, so values are filled in on demand. INVARIANT: the rulebook was checked for
    // estimates that depend on themselves.
    private void complete() {
        List<Question> questions = questionnaire.questions();
        for (int position = 0; position < values.length; position++) {
            if (values[position] == null) {
                values[position] = valueOf(questions.get(position));
            }
        }
    }

    private @Nullable Answer valueOf(Question question) {
        Answer answer = answers.byId().get(question.id());
        if (answer != null) {
            return answer;
        }
        Typical typical = question.typical();
        if (typical instanceof Typical.Fixed fixed) {
            return fixed.value();
        }
        if (typical instanceof Typical.FromMarket) {
            MarketSnapshot.Indicator indicator = market.indicators().get(question.id());
            return indicator == null ? null : new Answer.Number(indicator.value());
        }
        if (typical instanceof Typical.Estimated estimate) {
            return Estimates.value(estimate, this, jurisdictions);
        }
        return null;
    }

    private @Nullable Answer value(String id) {
        int position = questionnaire.position(id);
        if (position < 0) {
            throw new IllegalArgumentException(id);
        }
        Answer value = values[position];
        if (value == null) {
            value = valueOf(questionnaire.questions().get(position));
            values[position] = value;
        }
        return value;
    }

    @Override
    public double number(String id) {
        Answer value = value(id);
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Answer.Number number) {
            return number.value();
        }
        throw new IllegalArgumentException(id);
    }

    @Override
    public boolean yes(String id) {
        if (value(id) instanceof Answer.YesNo answer) {
            return answer.value();
        }
        throw new IllegalArgumentException(id);
    }

    @Override
    public String choice(String id) {
        if (value(id) instanceof Answer.Choice answer) {
            return answer.value();
        }
        throw new IllegalArgumentException(id);
    }

    @Override
    public SortedMap<String, Double> shares(String id) {
        if (value(id) instanceof Answer.Shares answer) {
            return answer.percentByCode();
        }
        throw new IllegalArgumentException(id);
    }

    @Override
    public boolean isAnswered(String id) {
        return answers.has(id);
    }

    /** The value of the numeric question at this position of the questionnaire; see {@link Figures#number}. */
    public double numberAt(int position) {
        return values[position] instanceof Answer.Number number ? number.value() : Double.NaN;
    }

    /** The value of the yes-or-no question at this position of the questionnaire. */
    public boolean yesAt(int position) {
        return values[position] instanceof Answer.YesNo answer && answer.value();
    }

    /** The value of the choice question at this position of the questionnaire. */
    public String choiceAt(int position) {
        return values[position] instanceof Answer.Choice answer ? answer.value() : "";
    }

    /** The value of the metric with this ordinal. */
    public double metricAt(int ordinal) {
        return economics.get(METRICS[ordinal]);
    }

    /** The value of a question, or null when it is computed and was not given. */
    public @Nullable Answer valueAt(int position) {
        return values[position];
    }

    public double metric(Metric metric) {
        return economics.get(metric);
    }

    /** The ids of the questions whose values are assumptions, in the order of the questions. */
    public List<String> assumed() {
        List<String> ids = new ArrayList<>();
        for (Question question : questionnaire.questions()) {
            boolean assumes =
                    question.typical() instanceof Typical.Fixed || question.typical() instanceof Typical.Estimated;
            if (assumes && !answers.has(question.id())) {
                ids.add(question.id());
            }
        }
        return ids;
    }

    /**
     * The ids of the questions that a question or metric rests on: itself, or everything that its formula read for this
     * company, through estimates down to plain answers and assumptions.
     */
    public SortedSet<String> basisOf(Metric metric) {
        Recording recording = new Recording();
        Economics.compute(metric, recording, jurisdictions);
        return recording.read;
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    public Answers answers() {
        return answers;
    }

    public MarketSnapshot market() {
        return market;
    }

    public Jurisdictions jurisdictions() {
        return jurisdictions;
    }

    public LocalDate asOf() {
        return asOf;
    }

    /** Notes what a formula reads. */
    private final class Recording implements Figures {
        private final SortedSet<String> read = new TreeSet<>();

        @Override
        public double number(String id) {
            read.add(id);
            return Situation.this.number(id);
        }

        @Override
        public boolean yes(String id) {
            read.add(id);
            return Situation.this.yes(id);
        }

        @Override
        public String choice(String id) {
            read.add(id);
            return Situation.this.choice(id);
        }

        @Override
        public SortedMap<String, Double> shares(String id) {
            read.add(id);
            return Situation.this.shares(id);
        }

        @Override
        public boolean isAnswered(String id) {
            return Situation.this.isAnswered(id);
        }
    }
}
