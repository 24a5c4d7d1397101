package org.hashwise.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hashwise.assessment.AssessmentNotFound;
import org.hashwise.assessment.Assessments;
import org.hashwise.consultation.Caller;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.EditionSummary;
import org.hashwise.consultation.Plain;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.ActiveRulebook;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The resources: rulebook, questions, and receipts of saved assessments. Thread-safe. */
@Component
public final class McpResources {

    private static final String RULEBOOK = "hashwise://rulebook";
    private static final String QUESTIONS = "hashwise://questions";
    private static final String QUESTION = QUESTIONS + "/{id}";
    private static final String RECEIPT = "hashwise://receipts/{id}";
    private static final String RECEIPT_VERSION = RECEIPT + "/{version}";
    private static final Pattern RECEIPT_URI =
            Pattern.compile("hashwise://receipts/(?<id>[0-9a-f]{32})(?:/(?<version>[1-9][0-9]{0,8}))?");

    private final ActiveRulebook rulebooks;
    private final Consultation consultation;
    private final Supplier<Optional<Assessments>> assessments;
    private final Caller caller;

    @Autowired
    McpResources(
            ActiveRulebook rulebooks,
            Consultation consultation,
            ObjectProvider<Assessments> assessments,
            Caller caller) {
        this(rulebooks, consultation, () -> Optional.ofNullable(assessments.getIfAvailable()), caller);
    }

    /** @param assessments asked when a receipt is read; empty when nothing was saved yet */
    public McpResources(
            ActiveRulebook rulebooks,
            Consultation consultation,
            Supplier<Optional<Assessments>> assessments,
            Caller caller) {
        this.rulebooks = rulebooks;
        this.consultation = consultation;
        this.assessments = assessments;
        this.caller = caller;
    }

    /** Resources and templates of resources, in a stable order. */
    public List<ResourceDefinition> definitions() {
        return Stream.of(
                        new String[] {"rulebook", RULEBOOK},
                        new String[] {"questions", QUESTIONS},
                        new String[] {"question", QUESTION},
                        new String[] {"receipt", RECEIPT},
                        new String[] {"receipt_version", RECEIPT_VERSION})
                .map(each -> new ResourceDefinition(
                        each[1],
                        each[0],
                        McpTools.WORDS.plain("resource." + each[0] + ".title"),
                        McpTools.WORDS.plain("resource." + each[0] + ".description")))
                .toList();
    }

    /** The content of a resource as JSON; empty when there is none at this address, or none for the caller. */
    public Optional<String> read(String uri) {
        try (ActiveRulebook.Lease lease = rulebooks.lease()) {
            if (uri.equals(RULEBOOK)) {
                return caller.mayReadRulebook() ? Optional.of(rulebook()) : Optional.empty();
            }
            if (uri.equals(QUESTIONS)) {
                return Optional.of(PlainJson.text(consultation.questionnaire().questions().stream()
                        .map(McpResources::item)
                        .toList()));
            }
            if (uri.startsWith(QUESTIONS + "/")) {
                return consultation
                        .questionnaire()
                        .question(uri.substring(QUESTIONS.length() + 1))
                        .map(question -> PlainJson.text(item(question)));
            }
            return receipt(uri);
        }
    }

    private String rulebook() {
        EditionSummary edition = consultation.editionSummary(Language.EN);
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("edition", edition.edition());
        content.put("loadedAt", edition.loadedAt().toString());
        content.put("rules", edition.rules());
        content.put(
                "parameters",
                edition.parameters().stream()
                        .map(aged -> aged.parameter())
                        .map(parameter -> new ParameterResource(
                                parameter.name(),
                                parameter.topic(),
                                Plain.number(parameter.value()),
                                parameter.unit(),
                                parameter.meaning().in(Language.EN),
                                parameter.source().in(Language.EN),
                                parameter.date().toString()))
                        .toList());
        return PlainJson.text(content);
    }

    private Optional<String> receipt(String uri) {
        Matcher address = RECEIPT_URI.matcher(uri);
        if (!address.matches()) {
            return Optional.empty();
        }
        String id = address.group("id");
        String version = address.group("version");
        try {
            return assessments
                    .get()
                    .map(kept -> version == null
                            ? kept.find(id).receipt().body()
                            : kept.receipt(id, Integer.parseInt(version)).body());
        } catch (AssessmentNotFound none) {
            return Optional.empty();
        }
    }

    private static QuestionResource item(Question question) {
        return new QuestionResource(
                question.id(),
                InputSchemas.answer(question),
                question.unit(),
                question.label(),
                question.wording(),
                question.help(),
                question.why(),
                question.choices(),
                InputSchemas.typical(question),
                question.source());
    }

    /**
     * A question in both languages.
     *
     * @param answer the schema of its answer
     * @param typical the value that is assumed without an answer; empty when it is computed or taken from the market
     */
    private record QuestionResource(
            String id,
            Map<String, Object> answer,
            String unit,
            Text label,
            Text wording,
            Text help,
            Text why,
            List<Question.AnswerOption> choices,
            Object typical,
            Text source) {}

    private record ParameterResource(
            String name, String topic, Number value, String unit, String meaning, String source, String date) {}
}
