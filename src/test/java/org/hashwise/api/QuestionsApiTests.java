package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiSlice
class QuestionsApiTests {

    @Autowired
    private MockMvcTester http;

    @Test
    void everyQuestionIsListedInTheOrderInWhichItIsAsked() {
        assertThat(http.get().uri("/api/v1/questions"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].id")
                .asArray()
                .startsWith("company.listed", "market.btcPriceUsd", "mining.hashrateEh")
                .hasSize(9);
    }

    @Test
    void aQuestionSaysEverythingInBothLanguages() {
        assertThat(http.get().uri("/api/v1/questions"))
                .bodyJson()
                .extractingPath("$[?(@.id == 'power.contract')]")
                .asArray()
                .singleElement()
                .asString()
                .contains("kind=choice", "typical=FIXED", "range=null", "effort=1", "section=power")
                .contains(
                        "{\"value\":\"OWN_GENERATION\",\"label\":{\"en\":\"Own generation\",\"fr\":\"Production propre\"}}")
                .contains("en=What is power.contract?", "fr=What is power.contract? (fr)");
    }

    @Test
    void typicalSaysTheValueOrWhereItComesFrom() {
        assertThat(http.get().uri("/api/v1/questions"))
                .bodyText()
                .contains("\"range\":[0,500],\"choices\":[],\"typical\":10,")
                .contains("\"range\":[100,10000000],\"choices\":[],\"typical\":\"market\",")
                .contains("\"typical\":\"estimate\",")
                .contains("\"typical\":\"computed\",")
                .contains("\"typical\":{\"US-TX\":100},")
                .contains("\"typical\":0.05,");
    }

    @Test
    void theSchemaDescribesEachAnswer() {
        assertThat(http.get().uri("/api/v1/questions/schema"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                { "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "title": "Answers about a Bitcoin-mining company",
                  "description": "Every question is optional; null means not answered. Percentages by place must sum to 100.",
                  "type": "object",
                  "properties": {
                    "company.listed": { "title": "Label of company.listed",
                      "description": "What is company.listed? Help on company.listed",
                      "type": ["boolean", "null"], "default": true },
                    "market.btcPriceUsd": { "title": "Label of market.btcPriceUsd",
                      "description": "What is market.btcPriceUsd? Help on market.btcPriceUsd [USD/BTC]",
                      "type": ["number", "null"], "minimum": 100, "maximum": 10000000 },
                    "mining.hashrateEh": { "title": "Label of mining.hashrateEh",
                      "description": "What is mining.hashrateEh? Help on mining.hashrateEh [EH/s]",
                      "type": ["number", "null"], "minimum": 0, "maximum": 500, "default": 10 },
                    "mining.poolFeePercent": { "title": "Label of mining.poolFeePercent",
                      "description": "What is mining.poolFeePercent? Help on mining.poolFeePercent [%]",
                      "type": ["number", "null"], "minimum": 0, "maximum": 10, "default": 1 },
                    "mining.reportedCashCostPerBtcUsd": { "title": "Label of mining.reportedCashCostPerBtcUsd",
                      "description": "What is mining.reportedCashCostPerBtcUsd? Help on mining.reportedCashCostPerBtcUsd [USD/BTC]",
                      "type": ["number", "null"], "minimum": 0, "maximum": 5000000 },
                    "power.energizedMw": { "title": "Label of power.energizedMw",
                      "description": "What is power.energizedMw? Help on power.energizedMw [MW]",
                      "type": ["number", "null"], "minimum": 0, "maximum": 10000 },
                    "power.priceUsdPerKwh": { "title": "Label of power.priceUsdPerKwh",
                      "description": "What is power.priceUsdPerKwh? Help on power.priceUsdPerKwh [USD/kWh]",
                      "type": ["number", "null"], "minimum": 0, "maximum": 1, "default": 0.05 },
                    "power.contract": { "title": "Label of power.contract",
                      "description": "What is power.contract? Help on power.contract",
                      "type": ["string", "null"],
                      "enum": ["OWN_GENERATION", "FIXED", "HEDGED", "INDEXED", null], "default": "FIXED" },
                    "regulation.jurisdictions": { "title": "Label of regulation.jurisdictions",
                      "description": "What is regulation.jurisdictions? Help on regulation.jurisdictions [%]",
                      "type": ["object", "null"], "minProperties": 1,
                      "propertyNames": { "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$" },
                      "additionalProperties": { "type": "number", "minimum": 0, "maximum": 100 },
                      "default": { "US-TX": 100 } }
                  },
                  "additionalProperties": false }""");
    }

    @Test
    void theSchemaSpeaksTheCallersLanguage() {
        assertThat(http.get().uri("/api/v1/questions/schema").header("Accept-Language", "fr"))
                .bodyJson()
                .extractingPath("$.properties['power.contract'].title")
                .isEqualTo("Label of power.contract (fr)");
    }
}
