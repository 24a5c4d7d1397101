package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.advice.SampleAdvice;
import org.hashwise.consultation.AdviceDocument;
import org.hashwise.consultation.AdviceRequest;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.JsonBody;
import org.hashwise.consultation.Wording;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.questionnaire.SampleQuestions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@ApiSlice
class AdviceApiTests {

    private static final String LARGE = "{ \"answers\": { \"power.largestSiteMw\": 9000 } }";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Wording wording;

    @Test
    void everythingInTheBodyIsRead() throws IOException {
        assertThat(read("""
                { "company": "Example Mining", "asOf": "2025-12-01", "language": "fr",
                  "answers": { "mining.hashrateEh": 12.8, "power.contract": "FIXED", "company.listed": null } }"""))
                .isEqualTo(new Consultation.Request(
                        "Example Mining",
                        LocalDate.of(2025, 12, 1),
                        Language.FR,
                        Answers.of(Map.of(
                                "mining.hashrateEh", new Answer.Number(12.8),
                                "power.contract", new Answer.Choice("FIXED")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{ \"company\": null, \"asOf\": null, \"language\": null, \"answers\": null }"})
    void everyFieldIsOptionalAndNullIsTheSameAsAbsent(String body) throws IOException {
        assertThat(read(body)).isEqualTo(new Consultation.Request("", null, Language.EN, Answers.none()));
        assertThat(post(body)).hasStatusOk();
    }

    @Test
    void aMonthMeansItsLastDay() throws IOException {
        assertThat(read("{ \"asOf\": \"2028-02\" }").asOf()).isEqualTo("2028-02-29");
    }

    @Test
    void theAnswersDecide() {
        assertThat(post(LARGE))
                .hasContentTypeCompatibleWith("application/json")
                .bodyJson()
                .hasPathSatisfying(
                        "$.recommendation.strategy", value -> value.assertThat().isEqualTo("AI_HOSTING"))
                .hasPathSatisfying(
                        "$.evidence[0].text", value -> value.assertThat().isEqualTo("Large from 100 MW."));
        assertThat(post("{ \"answers\": { \"power.largestSiteMw\": 5 } }"))
                .bodyJson()
                .extractingPath("$.recommendation.strategy")
                .isEqualTo("HOLD");
    }

    @Test
    void withoutLanguageTheCallersHeaderDecides() {
        assertThat(http.post()
                        .uri("/api/v1/advice")
                        .header("Accept-Language", "de, fr-CA;q=0.8, en;q=0.5")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(LARGE)
                        .exchange())
                .bodyJson()
                .extractingPath("$.evidence[0].text")
                .isEqualTo("Grand à partir de 100\u00a0MW.");
    }

    @Test
    void theReplyKeepsTheContractToTheByte() {
        AdviceDocument document = AdviceDocument.of(
                        SampleAdvice.of(
                                Language.EN,
                                new TreeMap<>(
                                        Map.of("economics.cashCostPerBtcUsd", 74_600.0, "economics.mnav", 0.1 + 0.2))),
                        wording)
                .with(List.of(), SampleAdvice.MARKET_DAY);

        assertThat(json.writeValueAsString(document)).isEqualTo("""
                {"recommendation":{"strategy":"AI_HOSTING","extent":"PARTIAL","headline":"Host some.",\
                "combineWith":null,"rule":"REC-01"},\
                "ranking":[{"strategy":"AI_HOSTING","score":11,"viable":true,"blockers":[]},\
                {"strategy":"HOLD","score":2.5,"viable":true,"blockers":[]},\
                {"strategy":"DAT","score":-4,"viable":false,"blockers":["DAT-02"]},\
                {"strategy":"RESTRUCTURE","score":-6,"viable":true,"blockers":[]}],\
                "evidence":[{"rule":"POWER-01","title":"a rule of power-access",\
                "file":"policy/power-access/power-access.drl","line":14,"strategy":"AI_HOSTING","direction":"FOR",\
                "strength":3,"text":"The largest site offers 245 MW.",\
                "reads":{"economics.cashMarginPercent":18.7,"power.largestSiteMw":245},\
                "assumed":["power.largestSiteMw"],"source":"judgement: a sample"}],\
                "gates":[{"rule":"DAT-02","title":"a rule of treasury","file":"policy/treasury/treasury.drl",\
                "line":9,"blocks":"DAT","text":"mNAV is low.",\
                "reads":{"economics.cashMarginPercent":18.7,"power.largestSiteMw":245},"assumed":[],\
                "source":"judgement: a sample"}],\
                "plan":[{"rule":"POWER-11","title":"a rule of power-access",\
                "file":"policy/power-access/power-access.drl","line":40,"strategy":"AI_HOSTING",\
                "text":"Ask for firm power.","reads":{},"assumed":["power.contract"],"source":"judgement: a sample",\
                "owner":"DEVELOPMENT","byMonth":3,"amountUsd":2500000}],\
                "risks":[{"rule":"AI_HOSTING","title":"a rule of ai-hosting",\
                "file":"policy/ai-hosting/ai-hosting.drl","line":1,"strategy":"AI_HOSTING","text":"Delay.",\
                "reads":{},"assumed":[],"source":"judgement: a sample"}],\
                "assumptions":[{"id":"mining.poolFeePercent","value":1,"because":"Usual.",\
                "source":"judgement: usual"},\
                {"id":"regulation.jurisdictions","value":{"US-TX":100},"because":"Most.","source":"count"}],\
                "metrics":{"economics.cashCostPerBtcUsd":74600,"economics.mnav":0.3},\
                "calendar":{"building":false,"months":[\
                {"month":0,"openingUsd":80000000,"miningUsd":0,"debtDueUsd":0,"ownShareUsd":0,"rentUsd":0,\
                "closingUsd":80000000,"stressedClosingUsd":60000000},\
                {"month":1,"openingUsd":80000000,"miningUsd":-2000000,"debtDueUsd":-60000000,"ownShareUsd":0,\
                "rentUsd":0,"closingUsd":18000000,"stressedClosingUsd":-2000000}]},\
                "jurisdictions":[{"code":"US-TX","sharePercent":62.5,"mining":"LOW","newMining":"MODERATE","ai":"MODERATE",\
                "text":"Open market.","source":"Texas Senate Bill 6 (2025-06-20)",\
                "file":"policy/regulation/regulation.csv","line":12}],\
                "warnings":[{"code":"MOSTLY_ASSUMED","id":null,\
                "text":"Questions answered: 2 of 53; most of what follows rests on assumptions."}],\
                "doubts":[{"rule":"PLAUS-01","ids":["mining.hashrateEh","power.energizedMw"],\
                "text":"250 EH/s do not run on 5 MW.","suggestion":{"id":"mining.hashrateEh","value":0.25}}],\
                "rulebook":"sha256:0123",\
                "market":{"asOf":"2025-11-30","overridden":["market.btcPriceUsd"]},\
                "disclaimer":"Decision support, not investment, legal or tax advice.","peers":[]}""");
    }

    @Test
    void theReplyTellsTheAgeOfTheMarketValues() {
        assertThat(post("{ \"asOf\": \"2026-01-01\", \"answers\": { \"market.btcPriceUsd\": 90000 } }"))
                .bodyJson()
                .extractingPath("$.market")
                .convertTo(Map.class)
                .isEqualTo(Map.of("asOf", "2025-11-30", "ageDays", 32, "overridden", List.of("market.btcPriceUsd")));
    }

    @Test
    void theReplySpeaksTheLanguageOfTheRequest() {
        assertThat(post(LARGE.replaceFirst("\\{", "{ \"language\": \"FR\",")))
                .bodyJson()
                .extractingPath("$.evidence[0].text")
                .isEqualTo("Grand à partir de 100\u00a0MW.");
    }

    private static Consultation.Request read(String body) throws IOException {
        return AdviceRequest.read(
                JsonBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))),
                SampleQuestions.questionnaire(),
                Language.EN);
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/api/v1/advice")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
