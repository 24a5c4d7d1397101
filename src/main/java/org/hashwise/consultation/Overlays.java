package org.hashwise.consultation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.hashwise.advice.Adviser;
import org.hashwise.advice.VerdictPool;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.AnswersResult;
import org.hashwise.questionnaire.Nearest;
import org.hashwise.questionnaire.Problem;
import org.hashwise.questionnaire.Problem.Code;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.model.AcceptedValues;
import org.hashwise.rulebook.model.AcceptedValues.NumberType;
import org.hashwise.rulebook.model.HouseView;
import org.hashwise.rulebook.model.Parameter;
import org.jspecify.annotations.Nullable;

/** The overlays of one edition: reads them from requests, and evaluates by them. Thread-safe. */
public final class Overlays {

    private static final String PREFIX = Alternatives.OVERLAY + ".";
    private static final String MARKET = "market.";

    private final Rulebook rulebook;

    private Overlays(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** @param rulebook to stay open as long as the result is used */
    public static Overlays of(Rulebook rulebook) {
        return new Overlays(rulebook);
    }

    /** The house views of the edition, in the order of their files. */
    public List<HouseView> views() {
        return rulebook.views();
    }

    /** A threshold of the edition. */
    public Parameter parameter(String name) {
        Parameter parameter = rulebook.parameters().get(name);
        if (parameter == null) {
            throw new IllegalArgumentException(name);
        }
        return parameter;
    }

    /** The name of the edition in an advice by a house view. */
    public String edition(HouseView view) {
        return Overlay.of(view).edition(rulebook.edition());
    }

    /** The rules of the edition with the thresholds of an overlay; its answers are not applied by them. */
    public Adviser rules(Overlay overlay) {
        return rulebook.with(overlay.parameters(), overlay.edition(rulebook.edition()));
    }

    VerdictPool verdicts(Overlay overlay) {
        return new VerdictPool(rules(overlay));
    }

    /** The same company with the answers of an overlay, by its rules. */
    public Evaluation apply(Evaluation evaluation, Overlay overlay) {
        return apply(evaluation, overlay, rules(overlay));
    }

    /**
     * The same for many companies.
     *
     * @param rules of the overlay
     */
    public static Evaluation apply(Evaluation evaluation, Overlay overlay, Adviser rules) {
        Answers others = overlay.answers();
        Evaluation changed = others.byId().isEmpty()
                ? evaluation
                : evaluation.with(evaluation.request().answers().with(others));
        return new Evaluation(changed.request(), changed.situation(), rules);
    }

    /** The panel of some house views. */
    public ViewPanel panel(List<HouseView> views) {
        return new ViewPanel(this, views);
    }

    /** Reads {@code overlay} and {@code views} from a request; what is wrong with them is among the problems of the request. */
    public Alternatives read(AdviceRequest request) {
        return new Alternatives(overlay(request), views(request.fields()));
    }

    private List<HouseView> views(RequestFields fields) {
        Map<String, HouseView> known = new LinkedHashMap<>();
        views().forEach(view -> known.put(view.id(), view));
        List<HouseView> asked = new ArrayList<>();
        for (Object given : fields.list(Alternatives.VIEWS)) {
            HouseView view = given instanceof String id ? known.get(id) : null;
            if (view == null) {
                List<Object> ids = List.of(List.copyOf(known.keySet()));
                String meant = given instanceof String id
                        ? Nearest.to(id, known.keySet()).orElse("")
                        : "";
                fields.problem(Alternatives.VIEWS, given, Code.UNKNOWN_VIEW, ids, meant);
            } else if (!asked.contains(view)) {
                asked.add(view);
            }
        }
        return asked;
    }

    /**
     * Reads {@code overlay} from a request.
     *
     * @return null when there is none
     */
    public @Nullable Overlay overlay(AdviceRequest request) {
        Map<String, @Nullable Object> given = request.fields().object(Alternatives.OVERLAY);
        if (given == null) {
            return null;
        }
        RequestFields fields = request.fields().inner(Alternatives.OVERLAY, given);
        fields.refuseOthersThan(List.of("parameters", "answers", "market"));
        Answers answers = answers(request, fields, "answers", id -> id);
        Answers market = answers(request, fields, "market", id -> id.startsWith(MARKET) ? id : MARKET + id);
        for (var value : market.byId().entrySet()) {
            if (answers.has(value.getKey())) {
                List<Object> both = List.of(PREFIX + "answers." + value.getKey(), PREFIX + "market");
                fields.problem("answers." + value.getKey(), null, Code.ONE_TOO_MANY, both, "");
            }
            answers = answers.with(value.getKey(), value.getValue());
        }
        return new Overlay(parameters(fields), answers);
    }

    private SortedMap<String, Double> parameters(RequestFields overlay) {
        SortedMap<String, Double> values = new TreeMap<>();
        Map<String, @Nullable Object> given = overlay.object("parameters");
        if (given == null) {
            return values;
        }
        RequestFields fields = overlay.inner("parameters", given);
        fields.each((name, value) -> {
            Parameter parameter = rulebook.parameters().get(name);
            if (parameter == null) {
                String meant = Nearest.to(name, rulebook.parameters().keySet()).orElse("");
                fields.problem(name, value, Code.UNKNOWN_PARAMETER, List.of(), meant);
                return;
            }
            Double number = fields.number(name);
            if (number != null && isAccepted(fields, parameter, number)) {
                values.put(name, number);
            }
        });
        return values;
    }

    private static boolean isAccepted(RequestFields fields, Parameter parameter, double value) {
        AcceptedValues accepted = parameter.accepted();
        if (accepted.contains(value)) {
            return true;
        }
        boolean within = value >= accepted.low() && value <= accepted.high();
        String nearest = Plain.number(accepted.nearest(value)).toString();
        if (within && accepted.kind() == NumberType.WHOLE) {
            fields.problem(parameter.name(), value, Code.NOT_A_WHOLE_NUMBER, List.of(), nearest);
        } else {
            List<Object> range = List.of(parameter.name(), accepted.low(), accepted.high(), parameter.unit());
            fields.problem(parameter.name(), value, Code.PARAMETER_OUT_OF_RANGE, range, nearest);
        }
        return false;
    }

    /** @param id of the question that a name means */
    private static Answers answers(
            AdviceRequest request, RequestFields overlay, String field, UnaryOperator<String> id) {
        Map<String, @Nullable Object> given = overlay.object(field);
        if (given == null) {
            return Answers.none();
        }
        String within = field + ".";
        Map<String, @Nullable Object> plain = new TreeMap<>();
        Map<String, String> nameById = new TreeMap<>();
        new TreeMap<>(given).forEach((name, value) -> {
            String first = nameById.putIfAbsent(id.apply(name), name);
            if (first == null) {
                plain.put(id.apply(name), value);
            } else {
                List<Object> both = List.of(PREFIX + within + first, PREFIX + within + name);
                overlay.problem(within + name, value, Code.ONE_TOO_MANY, both, "");
            }
        });
        Questionnaire questionnaire = request.questionnaire();
        AnswersResult reading = new AnswersReader(questionnaire, request.language()).read(plain);
        boolean market = field.equals("market"); // whose ids begin with its name
        String path = Alternatives.OVERLAY + "." + (market ? "" : field + ".");
        overlay.add(reading.problems().stream()
                .map(problem -> new Problem(
                        path + problem.id(),
                        problem.value(),
                        problem.code(),
                        problem.arguments(),
                        problem.code() == Code.UNKNOWN_ID && market
                                ? Nearest.to(problem.id(), marketIds(questionnaire))
                                        .orElse("")
                                : problem.suggestion()))
                .toList());
        return reading.answers();
    }

    private static List<String> marketIds(Questionnaire questionnaire) {
        return questionnaire.questions().stream()
                .map(Question::id)
                .filter(id -> id.startsWith(MARKET))
                .toList();
    }
}
