package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.AnswersReader;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.Questionnaire;
import org.hashwise.questionnaire.SampleQuestions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The schema and the reader agree, as judged by a validator that nobody here wrote. */
class AnswersSchemaTests {

    private final Questionnaire questionnaire = SampleQuestions.questionnaire();
    private final Schema schema = schema(questionnaire);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"mining.hashrateEh\": 12.8 }",
                "{ \"mining.hashrateEh\": 500, \"company.listed\": null, \"power.contract\": null }",
                "{ \"power.contract\": \"HEDGED\", \"company.listed\": false }",
                "{ \"regulation.jurisdictions\": { \"US-NY\": 40, \"PY\": 60 } }"
            })
    void whatIsValidIsRead(String answers) throws IOException {
        assertThat(schema.validate(answers, InputFormat.JSON)).isEmpty();
        assertThat(isRead(answers)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"mining.hashrate\": 12.8 }",
                "{ \"mining.hashrateEh\": -1 }",
                "{ \"mining.hashrateEh\": 500.5 }",
                "{ \"mining.hashrateEh\": \"12\" }",
                "{ \"power.contract\": \"FIXD\" }",
                "{ \"company.listed\": \"yes\" }",
                "{ \"regulation.jurisdictions\": {} }",
                "{ \"regulation.jurisdictions\": { \"us-ny\": 100 } }",
                "{ \"regulation.jurisdictions\": { \"US-NY\": 101 } }",
                "{ \"regulation.jurisdictions\": \"US-NY\" }"
            })
    void whatIsInvalidIsRefused(String answers) throws IOException {
        assertThat(schema.validate(answers, InputFormat.JSON)).isNotEmpty();
        assertThat(isRead(answers)).isFalse();
    }

    private boolean isRead(String answers) throws IOException {
        JsonBody body = JsonBody.read(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
        return new AnswersReader(questionnaire).read(body.fields()).problems().isEmpty();
    }

    private static Schema schema(Questionnaire questionnaire) {
        Wording wording = new Wording(SmallRulesSlice.consultation(), "templates");
        String json = new JsonMapper().writeValueAsString(new AnswersSchema(Language.EN, wording).of(questionnaire));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json, InputFormat.JSON);
    }
}
