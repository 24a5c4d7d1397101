package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashwise.consultation.SmallReceipts;
import org.hashwise.rulebook.SmallRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Receipts that somebody sends. */
@ApiSlice
class ReceiptsApiTests {

    @Autowired
    private MockMvcTester http;

    private final SmallReceipts receipts = new SmallReceipts();

    @Test
    void aReceiptIsReproduced() {
        assertThat(post(receipts.issue(100, SmallReceipts.request(9000)).body()))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"reproduced\":true,\"hash\":\"matches\",\"difference\":null,\"rulebook\":\"in force\","
                        + "\"edition\":\"" + SmallRules.edition(100).fingerprint() + "\","
                        + "\"engine\":{\"receipt\":\"1.0.0\",\"now\":\"1.0.0\",\"same\":true}}");
    }

    @Test
    void aWholeNumberThatWasWrittenWithADecimalPointIsTheSame() {
        String body = receipts.issue(100, SmallReceipts.request(9000)).body();
        String rewritten = body.replaceFirst("\"(format|version)\":(\\d+)", "\"$1\":$2.0");

        assertThat(rewritten).isNotEqualTo(body);
        assertThat(post(rewritten))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.reproduced")
                .isEqualTo(true);
    }

    @Test
    void theFirstDifferenceIsTold() {
        String body = receipts.issue(100, SmallReceipts.request(9000)).body();
        MvcTestResult reply = post(body.replace("\"score\":2", "\"score\":3"));

        assertThat(reply)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.reproduced")
                .isEqualTo(false);
        assertThat(reply).bodyJson().extractingPath("$.hash").isEqualTo("differs");
        assertThat(reply).bodyJson().extractingPath("$.difference.path").isEqualTo("$.advice.ranking[0].score");
        assertThat(reply).bodyJson().extractingPath("$.difference.receipt").isEqualTo(3);
        assertThat(reply).bodyJson().extractingPath("$.difference.now").isEqualTo(2);
    }

    @Test
    void whatIsNoReceiptIsAProblemThatNamesAllThatIsWrong() {
        MvcTestResult reply = post("{ \"format\": 1, \"version\": \"one\" }");

        assertThat(reply).hasStatus(400).hasContentTypeCompatibleWith("application/problem+json");
        assertThat(reply).bodyText().contains("\"id\":\"version\"", "\"id\":\"advice\"", "\"id\":\"hash\"");
        assertThat(post("{ \"format\": ")).hasStatus(400).bodyText().contains("The JSON breaks in line 1");
        assertThat(post("")).hasStatus(400);
        assertThat(post("[".repeat(100_000))).hasStatus(400);
        assertThat(post(" ".repeat(1 << 20) + "{}")).hasStatus(413);
        assertThat(post("{ \"advice\": [" + "[],".repeat(100_000) + "[]] }"))
                .hasStatus(400)
                .bodyText()
                .contains("A receipt may have at most 20,000 values");
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/api/v1/receipts/verify")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
