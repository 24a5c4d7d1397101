package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiSlice
class BadInputTests {

    @Autowired
    private MockMvcTester http;

    @Test
    void allProblemsComeAtOnceInTheOrderOfTheirIds() {
        assertProblem(post("""
                        { "compny": "Example", "asOf": "31.12.2025", "language": "de", "company": 5,
                          "answers": { "power.contract": "FIXD", "mining.hashrate": 12.8, "power.energizedMw": "100",
                            "regulation.jurisdictions": { "US-NY": 40, "us-tx": 50 } } }"""), HttpStatus.BAD_REQUEST).bodyJson().isStrictlyEqualTo("""
                        { "type": "/problems#invalid-request", "title": "The request has problems", "status": 400,
                          "detail": "Problems found: 9. All are listed under errors; nothing was evaluated.",
                          "instance": "/api/v1/advice",
                          "errors": [
                            { "id": "asOf", "value": "31.12.2025", "suggestion": null,
                              "problem": "Enter a date such as 2025-12-31, or a month such as 2025-12." },
                            { "id": "company", "value": 5, "suggestion": null,
                              "problem": "The name of the company must be text." },
                            { "id": "compny", "value": "Example", "suggestion": "company",
                              "problem": "The request has no such field." },
                            { "id": "language", "value": "de", "suggestion": null,
                              "problem": "This language is not spoken here: choose one of en, fr." },
                            { "id": "mining.hashrate", "value": 12.8, "suggestion": "mining.hashrateEh",
                              "problem": "There is no question with this id." },
                            { "id": "power.contract", "value": "FIXD", "suggestion": "FIXED",
                              "problem": "This is not one of the choices: OWN_GENERATION, FIXED, HEDGED, INDEXED." },
                            { "id": "power.energizedMw", "value": "100", "suggestion": "100",
                              "problem": "Enter a number, in MW." },
                            { "id": "regulation.jurisdictions", "value": "us-tx", "suggestion": "US-TX",
                              "problem": "us-tx is not a place by ISO 3166: use two capital letters, and the state after a hyphen, such as PY or US-NY." },
                            { "id": "regulation.jurisdictions", "value": { "US-NY": 40, "us-tx": 50 },
                              "suggestion": null,
                              "problem": "The percentages sum to 90; they must sum to 100." } ] }""");
    }

    @Test
    void problemsSpeakTheLanguageOfTheRequest() {
        assertProblem(
                        post("{ \"language\": \"fr\", \"answers\": { \"mining.hashrateEh\": 1e999 } }"),
                        HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains(
                        "La requête comporte des erreurs",
                        "\"value\":1e999,\"problem\":\"Saisissez une valeur comprise entre 0 et 500 EH/s.\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ \"company\": [1] }               | company  | The name of the company must be text.",
                "{ \"asOf\": 20251231 }             | asOf     | The date must be text, such as \"2025-12-31\".",
                "{ \"asOf\": \"2025-02-30\" }       | asOf     | Enter a date such as 2025-12-31, or a month such as 2025-12.",
                "{ \"asOf\": \"2025-13\" }          | asOf     | Enter a date such as 2025-12-31, or a month such as 2025-12.",
                "{ \"asOf\": \"\" }                 | asOf     | Enter a date such as 2025-12-31, or a month such as 2025-12.",
                "{ \"language\": true }             | language | The language must be text, such as \"en\".",
                "{ \"answers\": [] }                | answers  | The answers must be an object: each question’s id with its answer.",
                "{ \"asOf\": \"2020-01-01\" }       | asOf     | No market values are that old: the first are of 30 November 2025.",
                "{ \"company\": \"\", \"company\": \"A\" } | company | This is given more than once; the second time in line 1.",
            })
    void eachFieldSaysWhatItNeeds(String body, String id, String sentence) {
        assertProblem(post(body), HttpStatus.BAD_REQUEST)
                .bodyJson()
                .hasPathSatisfying("$.errors[0].id", value -> value.assertThat().isEqualTo(id))
                .hasPathSatisfying(
                        "$.errors[0].problem", value -> value.assertThat().isEqualTo(sentence))
                .hasPathSatisfying(
                        "$.errors.length()", value -> value.assertThat().isEqualTo(1));
    }

    @Test
    void aDayBeforeTheFirstSnapshotSuggestsThatOfTheFirst() {
        assertProblem(post("{ \"asOf\": \"2020-01\" }"), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"value\":\"2020-01-31\"", "\"suggestion\":\"2025-11-30\"");
    }

    @Test
    void anAnswerBesideTheAnswersIsPointedThere() {
        assertProblem(post("{ \"mining.hashrateEh\": 12 }"), HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].suggestion")
                .isEqualTo("answers");
    }

    @Test
    void anAnswerGivenTwiceIsNotGuessed() {
        assertProblem(post("""
                        { "answers": {
                            "mining.hashrateEh": 12,
                            "mining.hashrateEh": 13 } }"""), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"id\":\"mining.hashrateEh\",\"value\":13", "in line 3");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void whatJsonHasNoNumberForIsNamed(String value) {
        assertProblem(post("{ \"answers\": { \"mining.hashrateEh\": " + value + " } }"), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("JSON has no NaN and no Infinity");
    }

    @ParameterizedTest
    @CsvSource({"1e400", "-1e999999999", "1E+400"})
    void aNumberBeyondAllNumbersIsQuotedAsItWasSent(String value) {
        assertProblem(post("{ \"answers\": { \"mining.hashrateEh\": " + value + " } }"), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"value\":" + value + ",");
    }

    @Test
    void aBodyOfManyProblemsListsTheFirstAndCountsAll() {
        StringBuilder answers = new StringBuilder("\"a\": 1");
        for (int i = 1; i < 900; i++) {
            answers.append(", \"unknown.").append(i).append("\": 1");
        }
        assertProblem(post("{ \"answers\": { " + answers + " } }"), HttpStatus.BAD_REQUEST)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors.length()", value -> value.assertThat().isEqualTo(100))
                .hasPathSatisfying(
                        "$.detail", value -> value.assertThat().asString().contains("900", "The first 100"));
    }

    @Test
    void listsObjectsAndTextsHaveABound() {
        String many = "1" + ",1".repeat(200_000);
        StringBuilder places = new StringBuilder("\"AA\": 1");
        for (int i = 0; i < 20_000; i++) {
            places.append(", \"X").append(i).append("\": 0");
        }
        for (String body : java.util.List.of(
                "{ \"answers\": { \"a\": [" + many + "] } }",
                "{ \"answers\": { \"regulation.jurisdictions\": { " + places + " } } }",
                "{ \"answers\": { \"mining.hashrateEh\": \"" + "9".repeat(900_000) + "\" } }",
                "{ \"answers\": { \"mining.hashrateEh\": " + "9".repeat(900_000) + " } }")) {
            assertProblem(post(body), HttpStatus.BAD_REQUEST).bodyText().contains("goes beyond a limit", "at most");
        }
    }

    @Test
    void aPackedBodyIsReadWithinTheSameLimit() throws Exception {
        assertThat(packed("{ \"asOf\": \"2025-12-31\" }")).hasStatusOk();
        assertProblem(packed("{ \"company\": \"" + " ".repeat(2 << 20) + "\" }"), HttpStatus.CONTENT_TOO_LARGE);
        assertProblem(encoded("gzip", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("cannot be unpacked");
        assertProblem(encoded("br", new byte[] {1}), HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .bodyText()
                .contains("Content-Encoding br");
    }

    @Test
    void anotherCharacterSetThanUtf8IsNamed() {
        assertProblem(
                        http.post()
                                .uri("/api/v1/advice")
                                .header("Content-Type", "application/json;charset=iso-8859-1")
                                .content(new byte[] {'{', '}'})
                                .exchange(),
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .bodyText()
                .containsIgnoringCase("iso-8859-1")
                .contains("UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"application/problem+json", "application/problem+json;q=0.9"})
    void aProblemDocumentCanBeAllThatIsAccepted(String accepted) {
        assertProblem(
                http.post()
                        .uri("/api/v1/advice")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Accept", accepted)
                        .content("{ \"compny\": 1 }")
                        .exchange(),
                HttpStatus.BAD_REQUEST);
    }

    private MvcTestResult packed(String body) throws java.io.IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return encoded("gzip", bytes.toByteArray());
    }

    private MvcTestResult encoded(String encoding, byte[] body) {
        return http.post()
                .uri("/api/v1/advice")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Encoding", encoding)
                .content(body)
                .exchange();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ \"company\": \"A\",~  \"asOf\": }   | line 2, column 11",
                "{ \"answers\": { \"a\": 1, } }        | line 1, column 24",
                "{ \"answers\": {                      | line 1, column 1",
                "{} {}                                 | line 1, column 4",
                "{ 'company': 1 }                      | line 1, column 3",
                "{ \"mining.hashrateEh\": NaN }        | line 1, column 2",
            })
    void brokenJsonIsPointedAtWithoutParserWords(String body, String place) {
        assertProblem(post(body.replace('~', '\n')), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("The JSON breaks in " + place)
                .doesNotContain("Jackson", "Exception", "token", "errors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null"})
    void onlyAnObjectIsARequest(String body) {
        assertProblem(post(body), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("The body must be a JSON object, such as { \\\"answers\\\": {} }.");
    }

    @Test
    void anEmptyBodyIsNoRequest() {
        assertProblem(post(""), HttpStatus.BAD_REQUEST).bodyText().contains("send a JSON object, at least {}.");
    }

    @Test
    void whatIsBeyondALimitSaysWhichOne() {
        assertProblem(post("[".repeat(100_000)), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("The body goes beyond a limit", "at most 100 deep");
        assertProblem(
                        post("{ \"answers\": { \"mining.hashrateEh\": " + "9".repeat(2000) + " } }"),
                        HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("A number may have at most 1,000 digits.");
        assertProblem(post("{ \"" + "x".repeat(60_000) + "\": 1 }"), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("The name of a field may have at most 1,000 characters.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ \"US-NY\": \"100\" } | The share of US-NY must be a number from 0 to 100, not the text \\\"100\\\".",
                "{ \"US-NY\": { \"a\": 1 } } | The share of US-NY must be a number from 0 to 100.",
                "{ \"US-NY\": 1e999 } | The share of US-NY must be a number from 0 to 100.",
                "{ \"US-NY\": 100, \"PY\": null } | PY has no share: give a number from 0 to 100",
                "{ \"US-NY\": 60, \"US-NY\": 40, \"US-NY\": 20 } | US-NY is given more than once; the second time in line 1.",
            })
    void eachShareSaysWhatIsWrongWithIt(String shares, String sentence) {
        assertProblem(post("{ \"answers\": { \"regulation.jurisdictions\": " + shares + " } }"), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Problems found: 1.", "\"id\":\"regulation.jurisdictions\"", sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mining.hashrateEh    | \"8,1\"        | 8.1   | Enter a number, in EH/s.",
                "mining.hashrateEh    | \"8000 PH/s\"  | 8     | Enter a number, in EH/s.",
                "power.priceUsdPerKwh | \"0,05\"       | 0.05  | Enter a number, in USD/kWh.",
                "power.priceUsdPerKwh | \"5 c/kWh\"    | 0.05  | Enter a number, in USD/kWh.",
                "power.priceUsdPerKwh | 29             | 0.029 | Enter a value from 0 to 1 USD/kWh.",
                "power.priceUsdPerKwh | 5              | 0.05  | Enter a value from 0 to 1 USD/kWh.",
                "power.priceUsdPerKwh | \"0.05 EUR\"   |       | This is an amount in EUR. Convert it and enter a number, in USD/kWh.",
                "power.priceUsdPerKwh | \"n/a\"        |       | A number is expected here, in USD/kWh. Leave the answer out, or send null, if it is not known."
            })
    void aNumberThatIsRefusedSuggestsTheOneThatWasMeant(String id, String given, String suggestion, String sentence) {
        assertProblem(post("{ \"answers\": { \"" + id + "\": " + given + " } }"), HttpStatus.BAD_REQUEST)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].problem", value -> value.assertThat().isEqualTo(sentence))
                .hasPathSatisfying(
                        "$.errors[0].suggestion", value -> value.assertThat().isEqualTo(suggestion));
    }

    @Test
    void theNameOfTheCompanyIsOneLineOfReasonableLength() {
        assertProblem(post("{ \"company\": \"" + "x".repeat(121) + "\" }"), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("may have at most 120 characters");
        assertProblem(post("{ \"company\": \"A\\nB\" }"), HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Line breaks and control characters are not accepted here.");
    }

    @Test
    void anEndlessTextIsShownBackInPart() {
        assertProblem(post("{ \"asOf\": \"" + "9".repeat(5000) + "\" }"), HttpStatus.BAD_REQUEST)
                .bodyText()
                .hasSizeLessThan(600);
    }

    @Test
    void tenMegabytesAreTooMany() {
        assertProblem(post("{ \"company\": \"" + "x".repeat(10_000_000) + "\" }"), HttpStatus.CONTENT_TOO_LARGE)
                .bodyText()
                .contains("At most 1,048,576 bytes are accepted.");
    }

    @Test
    void anotherContentTypeIsRefused() {
        MvcTestResult result = http.post()
                .uri("/api/v1/advice")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("company=A")
                .exchange();

        assertProblem(result, HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                .bodyText()
                .contains("Send the body as application/json.");
    }

    @Test
    void aMissingContentTypeIsRefused() {
        assertProblem(http.post().uri("/api/v1/advice").content("{}").exchange(), HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void anotherMethodIsRefusedAndTheRightOneNamed() {
        MvcTestResult result = http.get().uri("/api/v1/advice").exchange();

        assertProblem(result, HttpStatus.METHOD_NOT_ALLOWED)
                .hasHeader("Allow", "POST")
                .bodyText()
                .contains("GET is not possible at this address; use POST.");
    }

    @Test
    void aFormatThatWeDoNotHaveIsRefused() {
        assertProblem(
                http.get()
                        .uri("/api/v1/questions")
                        .accept(MediaType.APPLICATION_PDF)
                        .exchange(),
                HttpStatus.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/v1", "/api/v2/advice", "/api/v1/advise", "/api/v1/advice/"})
    void anUnknownAddressNamesTheKnownOnes(String path) {
        assertProblem(http.get().uri(path).header("Accept-Language", "fr").exchange(), HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("Il n’y a rien à cette adresse", "POST /api/v1/advice", "\"instance\":\"" + path + "\"");
    }

    @Test
    void anUnexpectedFailureTellsNothingOfTheInside() {
        IllegalStateException failure = new IllegalStateException("secret path /opt/x");
        failure.setStackTrace(new StackTraceElement[0]); // it would only fill the log of the build

        MvcTestResult result = http.post()
                .uri("/api/v1/advice")
                .with(request -> {
                    MockHttpServletRequest failing =
                            new MockHttpServletRequest(request.getServletContext(), "POST", request.getRequestURI()) {
                                @Override
                                public ServletInputStream getInputStream() {
                                    throw failure;
                                }
                            };
                    failing.setContentType(MediaType.APPLICATION_JSON_VALUE);
                    return failing;
                })
                .exchange();

        assertProblem(result, HttpStatus.INTERNAL_SERVER_ERROR)
                .bodyText()
                .contains("Something went wrong on our side")
                .doesNotContain("secret", "IllegalState", "org.");
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/api/v1/advice")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static org.springframework.test.web.servlet.assertj.MvcTestResultAssert assertProblem(
            MvcTestResult result, HttpStatus status) {
        return assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
