package org.hashwise.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashwise.advice.Situation;
import org.hashwise.consultation.Consultation;
import org.hashwise.market.MarketSnapshot;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Kind;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Section;
import org.hashwise.questionnaire.Typical;
import org.jspecify.annotations.Nullable;

/** Draws up the fields of a section for one visit. */
final class Fields {

    private static final int FEWEST_ROWS = 3;

    private final Consultation consultation;
    private final PageText words;
    private final QuestionnaireSession visit;
    private final Optional<MarketSnapshot> market;

    Fields(Consultation consultation, PageText words, QuestionnaireSession visit) {
        this.consultation = consultation;
        this.words = words;
        this.visit = visit;
        this.market = visit.asOf() == null
                ? consultation.markets().newest()
                : consultation.markets().asOf(visit.asOf());
    }

    List<Field> of(Section section, List<FieldProblem> problems) {
        return section.questions().stream()
                .map(question -> new Field(
                        question,
                        words.unit(Values.unit(question)),
                        text(question),
                        visit.seen().contains(section.id())
                                || visit.trail().skipped().contains(question.id()),
                        options(question),
                        rows(question),
                        problems.stream()
                                .filter(problem -> problem.id().equals(question.id()))
                                .toList(),
                        assumed(question),
                        market(question)))
                .toList();
    }

    /** A valid answer is shown in the reader's format, unless it was typed in that language; the rest stays as typed. */
    private String text(Question question) {
        Optional<Answer> answer = visit.answers().get(question.id());
        RawField typed = visit.typed().get(question.id());
        if (typed != null && (answer.isEmpty() || typed.language() == words.language())) {
            return typed.text();
        }
        return answer.map(this::text).orElse("");
    }

    private String text(Answer answer) {
        if (answer instanceof Answer.Number number) {
            return words.number(number.value());
        }
        if (answer instanceof Answer.YesNo yes) {
            return String.valueOf(yes.value());
        }
        return answer instanceof Answer.Choice choice ? choice.value() : "";
    }

    private List<Field.Option> options(Question question) {
        if (question.kind() == Kind.YESNO) {
            return List.of(
                    new Field.Option("true", words.message("value.yes")),
                    new Field.Option("false", words.message("value.no")));
        }
        return question.choices().stream()
                .map(choice -> new Field.Option(choice.value(), words.text(choice.label())))
                .toList();
    }

    private List<Field.Row> rows(Question question) {
        if (question.kind() != Kind.SHARES) {
            return List.of();
        }
        List<Field.Row> rows = new ArrayList<>();
        RawField codes = visit.typed().get(question.id() + SectionEntry.CODE);
        RawField percents = visit.typed().get(question.id() + SectionEntry.PERCENT);
        if (codes != null
                && percents != null
                && (isTypedInThisLanguage(percents) || !visit.answers().has(question.id()))) {
            for (int row = 0; row < codes.texts().size(); row++) {
                rows.add(new Field.Row(codes.text(row), percents.text(row)));
            }
        } else if (visit.answers().get(question.id()).orElse(null) instanceof Answer.Shares shares) {
            for (Map.Entry<String, Double> share : shares.percentByCode().entrySet()) {
                rows.add(new Field.Row(share.getKey(), words.number(share.getValue())));
            }
        }
        while (rows.size() < FEWEST_ROWS) {
            rows.add(new Field.Row("", ""));
        }
        return rows;
    }

    private boolean isTypedInThisLanguage(RawField typed) {
        return typed.language() == words.language();
    }

    private @Nullable String assumed(Question question) {
        if (!(question.typical() instanceof Typical.Fixed || question.typical() instanceof Typical.Estimated)) {
            return null;
        }
        Situation without = consultation.situation(new Consultation.Request(
                visit.company(), visit.asOf(), words.language(), visit.answers().without(question.id())));
        Answer value = without.valueAt(consultation.questionnaire().position(question.id()));
        return value == null
                ? null
                : words.answer(question.id(), value, question.typical() instanceof Typical.Estimated);
    }

    private Field.@Nullable Market market(Question question) {
        MarketSnapshot.Indicator indicator =
                market.map(snapshot -> snapshot.indicators().get(question.id())).orElse(null);
        if (indicator == null || !(question.typical() instanceof Typical.FromMarket)) {
            return null;
        }
        return new Field.Market(
                words.answer(question.id(), new Answer.Number(indicator.value()), false),
                words.date(market.orElseThrow().asOf()),
                indicator.source());
    }
}
