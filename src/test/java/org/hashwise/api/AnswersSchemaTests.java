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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The schema and the reader agree, as judged by a validator that nobody here wrote. */
class AnswersSchemaTests {

    private static final JsonMapper JSON = new JsonMapper();

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

    @Test
    void theSchemaDescribesEachAnswer() {
        assertThat(JSON.readTree(json(questionnaire))).isEqualTo(JSON.readTree("""
                { "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "title": "Answers about a Bitcoin-mining company",
                  "description": "Every question is optional; null means not answered. Percentages by place must sum to 100.",
                  "type": "object",
                  "properties": {
                    "company.listed": { "title": "Label of company.listed",
                      "description": "Wording of company.listed Help on company.listed",
                      "type": ["boolean", "null"], "default": true },
                    "market.btcPriceUsd": { "title": "Label of market.btcPriceUsd",
                      "description": "Wording of market.btcPriceUsd Help on market.btcPriceUsd [USD/BTC]",
                      "type": ["number", "null"], "minimum": 100, "maximum": 10000000 },
                    "mining.hashrateEh": { "title": "Label of mining.hashrateEh",
                      "description": "Wording of mining.hashrateEh Help on mining.hashrateEh [EH/s]",
                      "type": ["number", "null"], "minimum": 0, "maximum": 500, "default": 10 },
                    "mining.poolFeePercent": { "title": "Label of mining.poolFeePercent",
                      "description": "Wording of mining.poolFeePercent Help on mining.poolFeePercent [%]",
                      "type": ["number", "null"], "minimum": 0, "maximum": 10, "default": 1 },
                    "mining.reportedCashCostPerBtcUsd": { "title": "Label of mining.reportedCashCostPerBtcUsd",
                      "description": "Wording of mining.reportedCashCostPerBtcUsd Help on mining.reportedCashCostPerBtcUsd [USD/BTC]",
                      "type": ["number", "null"], "minimum": 0, "maximum": 5000000 },
                    "power.energizedMw": { "title": "Label of power.energizedMw",
                      "description": "Wording of power.energizedMw Help on power.energizedMw [MW]",
                      "type": ["number", "null"], "minimum": 0, "maximum": 10000 },
                    "power.priceUsdPerKwh": { "title": "Label of power.priceUsdPerKwh",
                      "description": "Wording of power.priceUsdPerKwh Help on power.priceUsdPerKwh [USD/kWh]",
                      "type": ["number", "null"], "minimum": 0, "maximum": 1, "default": 0.05 },
                    "power.contract": { "title": "Label of power.contract",
                      "description": "Wording of power.contract Help on power.contract",
                      "type": ["string", "null"],
                      "enum": ["OWN_GENERATION", "FIXED", "HEDGED", "INDEXED", null], "default": "FIXED" },
                    "regulation.jurisdictions": { "title": "Label of regulation.jurisdictions",
                      "description": "Wording of regulation.jurisdictions Help on regulation.jurisdictions [%]",
                      "type": ["object", "null"], "minProperties": 1,
                      "propertyNames": { "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" },
                      "additionalProperties": { "type": "number", "minimum": 0, "maximum": 100 },
                      "default": { "US-TX": 100 } }
                  },
                  "additionalProperties": false }"""));
    }

    private boolean isRead(String answers) throws IOException {
        JsonBody body = JsonBody.read(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
        return new AnswersReader(questionnaire).read(body.fields()).problems().isEmpty();
    }

    private static Schema schema(Questionnaire questionnaire) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json(questionnaire), InputFormat.JSON);
    }

    private static String json(Questionnaire questionnaire) {
        Wording wording = new Wording(SmallRulesSlice.consultation(), "templates");
        return JSON.writeValueAsString(new AnswersSchema(Language.EN, wording).of(questionnaire));
    }
}
