package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.questionnaire.Question;
import org.hashwise.questionnaire.SampleQuestions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@ApiSlice
class QuestionsApiTests {

    private static final List<Question> QUESTIONS =
            SmallRulesSlice.RULEBOOKS.current().questionnaire().questions();

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JsonMapper json;

    @Test
    void everyQuestionIsListedInTheOrderInWhichItIsAsked() {
        assertThat(http.get().uri("/api/v1/questions"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].id")
                .asArray()
                .containsExactlyElementsOf(QUESTIONS.stream().map(Question::id).toList());
    }

    @Test
    void aQuestionSaysEverythingInBothLanguages() {
        assertThat(sampleItems())
                .contains(
                        "\"id\":\"power.contract\",\"section\":\"power\",\"kind\":\"choice\",\"unit\":\"\",\"range\":null,")
                .contains("\"typical\":\"FIXED\",\"effort\":1,")
                .contains(
                        "{\"value\":\"OWN_GENERATION\",\"label\":{\"en\":\"Own generation\",\"fr\":\"Production propre\"}}")
                .contains("{\"en\":\"Wording of power.contract\",\"fr\":\"Wording of power.contract (fr)\"}")
                .contains("\"source\":\"Source of power.contract\"");
    }

    @Test
    void typicalSaysTheValueOrWhereItComesFrom() {
        assertThat(sampleItems())
                .contains("\"range\":[0,500],\"choices\":[],\"typical\":10,")
                .contains("\"range\":[100,10000000],\"choices\":[],\"typical\":\"market\",")
                .contains("\"typical\":\"estimate\",")
                .contains("\"typical\":\"computed\",")
                .contains("\"typical\":{\"US-TX\":100},")
                .contains("\"typical\":0.05,");
    }

    @Test
    void theSchemaDescribesEveryAnswerInTheCallersLanguage() {
        Question first = QUESTIONS.get(0);
        assertThat(http.get().uri("/api/v1/questions/schema").header("Accept-Language", "fr"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.properties.length()", count -> count.assertThat().isEqualTo(QUESTIONS.size()))
                .hasPathSatisfying(
                        "$.properties['" + first.id() + "'].title",
                        title -> title.assertThat().isEqualTo(first.label().fr()));
    }

    private String sampleItems() {
        return json.writeValueAsString(SampleQuestions.questionnaire().questions().stream()
                .map(QuestionItem::of)
                .toList());
    }
}
