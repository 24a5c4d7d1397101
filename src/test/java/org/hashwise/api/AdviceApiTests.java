package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.FakeConsultation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiSlice
class AdviceApiTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private FakeConsultation consultation;

    @Test
    void theRequestReachesTheConsultation() {
        post("""
                { "company": "Example Mining", "asOf": "2025-12-01", "language": "fr",
                  "answers": { "mining.hashrateEh": 12.8, "power.contract": "FIXED", "company.listed": null } }""");

        assertThat(consultation.last())
                .isEqualTo(new Consultation.Request(
                        "Example Mining",
                        LocalDate.of(2025, 12, 1),
                        Language.FR,
                        Answers.of(Map.of(
                                "mining.hashrateEh", new Answer.Number(12.8),
                                "power.contract", new Answer.Choice("FIXED")))));
    }

    @Test
    void everyFieldIsOptional() {
        assertThat(post("{}")).hasStatusOk();

        assertThat(consultation.last()).isEqualTo(new Consultation.Request("", null, Language.EN, Answers.none()));
    }

    @Test
    void nullIsTheSameAsAbsent() {
        post("{ \"company\": null, \"asOf\": null, \"language\": null, \"answers\": null }");

        assertThat(consultation.last()).isEqualTo(new Consultation.Request("", null, Language.EN, Answers.none()));
    }

    @Test
    void aMonthMeansItsLastDay() {
        post("{ \"asOf\": \"2028-02\" }");

        assertThat(consultation.last().asOf()).isEqualTo("2028-02-29");
    }

    @Test
    void withoutLanguageTheCallersHeaderDecides() {
        http.post()
                .uri("/api/v1/advice")
                .header("Accept-Language", "de, fr-CA;q=0.8, en;q=0.5")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();

        assertThat(consultation.last().language()).isEqualTo(Language.FR);
    }

    @Test
    void theReplyKeepsTheContractToTheByte() {
        assertThat(post("{}"))
                .hasContentTypeCompatibleWith("application/json")
                .bodyText()
                .isEqualTo("""
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
                "text":"Ask for firm power.","reads":{},"assumed":[],"source":"judgement: a sample",\
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
        assertThat(post("{ \"asOf\": \"2026-01-01\" }"))
                .bodyJson()
                .extractingPath("$.market")
                .convertTo(java.util.Map.class)
                .isEqualTo(java.util.Map.of(
                        "asOf", "2025-11-30", "ageDays", 32, "overridden", java.util.List.of("market.btcPriceUsd")));
    }

    @Test
    void theReplySpeaksTheLanguageOfTheRequest() {
        assertThat(post("{ \"language\": \"FR\" }"))
                .bodyJson()
                .extractingPath("$.jurisdictions[0].text")
                .isEqualTo("Marché ouvert.");
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/api/v1/advice")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
