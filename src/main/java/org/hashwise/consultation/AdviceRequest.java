package org.hashwise.consultation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.CompanyName;
import org.hashwise.questionnaire.Distribution;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Parser of the body of a request for advice, or for an analysis of it, which collects all problems. */
public final class AdviceRequest {

    /** The most UTF-16 code units of the caller's own id of one company among several. */
    public static final int LONGEST_ID = 200;

    private static final List<String> FIELDS = List.of("company", "asOf", "language", "answers");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final Questionnaire questionnaire;
    private final RequestFields fields;
    private final @Nullable String company;
    private final Language language;
    private final @Nullable LocalDate asOf;
    private final Answers answers;
    private Map<String, Distribution.Range> rough = Map.of();

    private AdviceRequest(
            RequestFields fields, Questionnaire questionnaire, Language preferred, String[] own, OptionalDouble about) {
        this.questionnaire = questionnaire;
        this.fields = fields;
        refuseUnknown(own);
        this.company = company(fields);
        this.language = language(preferred);
        this.asOf = asOf();
        this.answers = answers(about);
    }

    /**
     * The plain request.
     *
     * @param preferred the language when the body names none
     * @throws InvalidRequest naming all problems in the order of their ids
     */
    public static Consultation.Request read(JsonBody body, Questionnaire questionnaire, Language preferred) {
        return with(body, questionnaire, preferred).finish();
    }

    /** A request with more fields, which the caller reads from {@link #fields} before it calls {@link #finish}. */
    public static AdviceRequest with(JsonBody body, Questionnaire questionnaire, Language preferred, String... own) {
        return new AdviceRequest(RequestFields.of(body), questionnaire, preferred, own, OptionalDouble.empty());
    }

    /**
     * The same, where numbers may also be given as a range or as "about".
     *
     * @param about how far such a value may be off, percent
     */
    public static AdviceRequest rough(
            JsonBody body, Questionnaire questionnaire, Language preferred, double about, String... own) {
        return new AdviceRequest(RequestFields.of(body), questionnaire, preferred, own, OptionalDouble.of(about));
    }

    public RequestFields fields() {
        return fields;
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    public Language language() {
        return language;
    }

    /** Numbers that were given as a range, by question id. */
    public Map<String, Distribution.Range> rough() {
        return rough;
    }

    /** The ids of questions that a field lists; each other entry is a problem. */
    public Set<String> questionIds(String field) {
        Set<String> ids = new TreeSet<>();
        List<String> known =
                questionnaire.questions().stream().map(Question::id).toList();
        for (Object given : fields.list(field)) {
            String id = given instanceof String text ? questionnaire.renames().id(text) : "";
            if (known.contains(id)) {
                ids.add(id);
            } else {
                String meant =
                        given instanceof String text ? Nearest.to(text, known).orElse("") : "";
                fields.problem(field, given, Code.UNKNOWN_ID, List.of(), meant);
            }
        }
        return ids;
    }

    /** The same; a question that has an answer is a problem too. */
    public Set<String> openQuestions(String field) {
        Set<String> ids = questionIds(field);
        ids.stream()
                .filter(id -> answers.has(id) || rough.containsKey(id))
                .forEach(id -> fields.problem(field, id, Code.ONE_TOO_MANY, List.of("answers", field), ""));
        return ids;
    }

    /** @throws InvalidRequest naming all problems in the order of their ids, when there are any */
    public Consultation.Request finish() {
        fields.refuseProblems(language);
        return new Consultation.Request(company == null ? "" : company, asOf, language, answers);
    }

    // An id of a question at the top level was meant to be under answers.
    private void refuseUnknown(String... own) {
        List<String> known = new ArrayList<>(FIELDS);
        known.addAll(Arrays.asList(own));
        fields.each((name, value) -> {
            if (!known.contains(name)) {
                String meant = questionnaire.question(name).isPresent()
                        ? "answers"
                        : Nearest.to(name, known).orElse("");
                fields.problem(name, value, Code.UNKNOWN_FIELD, List.of(), meant);
            }
        });
    }

    // On one line, without invisible characters, and no longer than the questionnaire accepts.
    private static @Nullable String company(RequestFields fields) {
        String given = fields.text("company");
        String name = given == null ? null : CompanyName.of(given);
        if (name != null && name.length() > CompanyName.LONGEST) {
            fields.problem("company", name, Code.TOO_LONG, List.of(CompanyName.LONGEST), "");
        }
        if (given != null && given.chars().anyMatch(Character::isISOControl)) {
            fields.problem("company", given, Code.CONTROL_CHARACTERS, List.of(), "");
        }
        return name;
    }

    private Language language(Language preferred) {
        String code = fields.text("language");
        if (code == null) {
            return preferred;
        }
        return Language.ofCode(code).orElseGet(() -> {
            List<String> spoken =
                    List.of(Language.values()).stream().map(Language::code).toList();
            String meant = code.length() < 2 ? "" : code.substring(0, 2);
            String suggestion = Language.ofCode(meant).map(Language::code).orElse("");
            fields.problem("language", code, Code.UNKNOWN_LANGUAGE, List.of(spoken), suggestion);
            return preferred;
        });
    }

    private @Nullable LocalDate asOf() {
        String text = fields.text("asOf");
        if (text == null) {
            return null;
        }
        try {
            if (MONTH.matcher(text).matches()) {
                return YearMonth.parse(text).atEndOfMonth();
            }
            if (DAY.matcher(text).matches()) {
                return day(text);
            }
        } catch (DateTimeException noSuchDay) {
            // A thirteenth month is the same problem as text that is no date.
        }
        fields.problem("asOf", text, Code.NOT_A_DATE, List.of(), "");
        return null;
    }

    // A formatter takes ten times as long, and files have a day on each line.
    private static LocalDate day(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), Integer.parseInt(text, 8, 10, 10));
    }

    private Answers answers(OptionalDouble about) {
        Map<String, @Nullable Object> raw = fields.object("answers");
        if (raw == null) {
            return Answers.none();
        }
        Map<String, @Nullable Object> plain = raw;
        if (about.isPresent()) {
            plain = new TreeMap<>(raw);
            IntervalAnswers ranges = new IntervalAnswers(questionnaire, language, about.getAsDouble());
            rough = ranges.takeFrom(plain);
            fields.add(ranges.problems());
        }
        AnswersResult reading = new AnswersReader(questionnaire, language).read(plain);
        // Of a place that is given twice, only one share was counted: the sum says nothing.
        fields.add(reading.problems().stream()
                .filter(problem ->
                        problem.code() != Code.SHARES_NOT_100 || !fields.has(Code.DUPLICATE_PLACE, problem.id()))
                .toList());
        return reading.answers();
    }
}
