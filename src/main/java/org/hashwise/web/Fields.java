package org.hashwise.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.consultation.Evaluation;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Quantity;
import org.hashwise.questionnaire.QuantityReader;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.questionnaire.Typical;
import org.hashwise.text.PageText;
import org.jspecify.annotations.Nullable;

/** Factory of the fields of a form for one session. */
final class Fields {

    private static final int FEWEST_ROWS = 3;

    private final Evaluation evaluation;
    private final PageText texts;
    private final QuestionnaireSession session;
    private final List<DoubtView> doubts;

    /** @param evaluation of the answers of the session */
    Fields(Evaluation evaluation, PageText texts, QuestionnaireSession session) {
        this.evaluation = evaluation;
        this.texts = texts;
        this.session = session;
        this.doubts = DoubtView.of(evaluation.advice(), texts);
    }

    List<Field> of(Section section, List<FieldProblem> problems) {
        List<FieldProblem> notes = notesAndDoubts(section);
        return section.questions().stream()
                .map(question -> new Field(
                        question,
                        texts.unit(question.unit()),
                        shown(question, session, texts).text(),
                        session.seen().contains(section.id())
                                || session.history().skipped().contains(question.id()),
                        options(question),
                        rows(question),
                        problems.stream()
                                .filter(problem -> problem.id().equals(question.id()))
                                .toList(),
                        notes.stream()
                                .filter(note -> note.id().equals(question.id()))
                                .toList(),
                        assumed(question),
                        market(question)))
                .toList();
    }

    /**
     * The notes on the values of a section where doubts are shown apart: how they were understood, unless a
     * doubt suggests the same.
     */
    List<FieldProblem> notes(Section section) {
        return understood(section).stream()
                .filter(note -> note.suggestions().isEmpty() || !isSuggested(note.id()))
                .toList();
    }

    private boolean isSuggested(String id) {
        return doubts.stream().anyMatch(doubt -> {
            DoubtView.Suggested suggestion = doubt.suggestion();
            return suggestion != null && suggestion.id().equals(id);
        });
    }

    /** The notes on the values that the fields of a section show, doubts included. */
    private List<FieldProblem> notesAndDoubts(Section section) {
        List<FieldProblem> notes = new ArrayList<>(notes(section));
        section.questions().forEach(question -> notes.addAll(doubts(question, List.of())));
        return notes;
    }

    /**
     * The doubts about the answer to a question.
     *
     * @param shown those that the page shows elsewhere
     */
    List<FieldProblem> doubts(Question question, List<DoubtView> shown) {
        return doubts.stream()
                .filter(doubt -> doubt.isAbout(question.id()) && !shown.contains(doubt))
                .map(doubt -> noted(question, doubt))
                .toList();
    }

    private List<FieldProblem> understood(Section section) {
        Map<String, RawField> shown = new HashMap<>(session.typed());
        section.questions().stream()
                .filter(question -> question.kind().isNumeric())
                .forEach(question -> shown.put(question.id(), shown(question, session, texts)));
        return SectionEntry.read(evaluation.questionnaire(), section, shown, texts)
                .notes();
    }

    private FieldProblem noted(Question question, DoubtView doubt) {
        DoubtView.Suggested suggestion = doubt.suggestion();
        if (suggestion == null || !suggestion.id().equals(question.id())) {
            return FieldProblem.of(question.id(), doubt.text());
        }
        String text = texts.number(Double.parseDouble(suggestion.value()));
        return new FieldProblem(
                question.id(),
                doubt.text(),
                suggestion.label(),
                List.of(new FieldProblem.FieldSuggestion(suggestion.label(), question.id(), 0, text)));
    }

    /**
     * The text in the field of a question that is not of kind shares. A number is shown as the reader writes it, in the unit
     * beside the field; what is no such answer stays as it was typed.
     */
    static RawField shown(Question question, QuestionnaireSession session, PageText texts) {
        Optional<Answer> answer = session.answers().get(question.id());
        RawField typed = session.typed().get(question.id());
        if (typed != null && (answer.isEmpty() || isMore(question, typed, answer.get(), texts))) {
            return typed;
        }
        return new RawField(List.of(answer.map(given -> text(given, texts)).orElse("")), texts.language());
    }

    // A range says more than the number that counts for it, and so does a number with many decimals.
    private static boolean isMore(Question question, RawField typed, Answer answer, PageText texts) {
        if (!(answer instanceof Answer.Number number)) {
            return false;
        }
        QuantityReader reader = QuantityReader.of(question, texts.spellings(question.unit()));
        Quantity meant = reader.read(typed.text(), typed.language());
        Quantity read = reader.read(texts.number(number.value()), texts.language());
        boolean exact = read instanceof Quantity.Value value && value.value() == number.value();
        if (meant instanceof Quantity.Value value) {
            return !exact && value.value() == number.value();
        }
        if (meant instanceof Quantity.Range range) {
            return range.middle() == number.value();
        }
        return meant instanceof Quantity.Approximate about && about.value() == number.value();
    }

    private static String text(Answer answer, PageText texts) {
        return answer.map(texts::number, String::valueOf, choice -> choice, shares -> "");
    }

    private List<Field.Option> options(Question question) {
        if (question.kind() == Kind.YESNO) {
            return List.of(
                    new Field.Option("true", texts.message("value.yes")),
                    new Field.Option("false", texts.message("value.no")));
        }
        return question.choices().stream()
                .map(choice -> new Field.Option(choice.value(), texts.text(choice.label())))
                .toList();
    }

    private List<Field.ShareRow> rows(Question question) {
        if (question.kind() != Kind.SHARES) {
            return List.of();
        }
        Map<String, RawField> typed = texts(question, session, texts);
        RawField codes = typed.getOrDefault(question.id() + SectionEntry.CODE, nothing(texts));
        RawField percents = typed.getOrDefault(question.id() + SectionEntry.PERCENT, nothing(texts));
        List<Field.ShareRow> rows = new ArrayList<>();
        for (int row = 0; row < Math.max(FEWEST_ROWS, codes.texts().size()); row++) {
            rows.add(new Field.ShareRow(codes.text(row), percents.text(row)));
        }
        return rows;
    }

    /** The texts in the fields of a question, by the name of the field. */
    static Map<String, RawField> texts(Question question, QuestionnaireSession session, PageText texts) {
        if (question.kind() != Kind.SHARES) {
            return Map.of(question.id(), shown(question, session, texts));
        }
        String code = question.id() + SectionEntry.CODE;
        String percent = question.id() + SectionEntry.PERCENT;
        RawField codes = session.typed().get(code);
        RawField percents = session.typed().get(percent);
        Optional<Answer> answer = session.answers().get(question.id());
        if (codes != null && percents != null && (percents.language() == texts.language() || answer.isEmpty())) {
            return Map.of(code, codes, percent, percents);
        }
        Map<String, Double> shares =
                answer.orElse(null) instanceof Answer.Shares given ? given.percentByCode() : Map.of();
        return Map.of(
                code, new RawField(List.copyOf(shares.keySet()), texts.language()),
                percent,
                        new RawField(shares.values().stream().map(texts::number).toList(), texts.language()));
    }

    private static RawField nothing(PageText texts) {
        return new RawField(List.of(), texts.language());
    }

    private @Nullable String assumed(Question question) {
        if (!(question.typical() instanceof Typical.Fixed || question.typical() instanceof Typical.Estimated)) {
            return null;
        }
        Answer value =
                evaluation.situation().assumedAt(evaluation.questionnaire().position(question.id()));
        return value == null
                ? null
                : texts.answer(question.id(), value, question.typical() instanceof Typical.Estimated);
    }

    private Field.@Nullable Market market(Question question) {
        MarketSnapshot.Indicator indicator = evaluation.market().indicators().get(question.id());
        if (indicator == null || !(question.typical() instanceof Typical.FromMarket)) {
            return null;
        }
        return new Field.Market(
                texts.answer(question.id(), new Answer.Number(indicator.value()), false),
                texts.date(evaluation.market().asOf()),
                texts.text(indicator.source()));
    }
}
