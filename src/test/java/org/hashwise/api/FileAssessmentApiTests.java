package org.hashwise.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashwise.assessment.StoreFaults;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** On a file of our own; and what is said when it cannot be written. */
class FileAssessmentApiTests extends AssessmentApiTests {

    @Test
    void aFullDiskIsToldAndNothingElseBreaks() {
        String id = json(post("{}", null)).path("id").stringValue();

        try (StoreFaults.Fault full = StoreFaults.full(store)) {
            var refused = post("{}", null);
            for (int each = 0; refused.getResponse().getStatus() == 201 && each < 100; each++) {
                refused = post("{}", null);
            }
            assertThat(refused).hasStatus(HttpStatus.INSUFFICIENT_STORAGE);
            JsonNode problem = json(refused);
            assertThat(problem.path("title").stringValue()).isEqualTo("There is no room to keep this");
            assertThat(get("/api/v1/assessments/" + id)).hasStatusOk();
        }

        assertThat(post("{}", null)).hasStatus(HttpStatus.CREATED);
    }

    @Test
    void aStoreThatIsOnlyReadIsToldAndRead() {
        String id = json(post("{}", null)).path("id").stringValue();

        try (StoreFaults.Fault reading = StoreFaults.readOnly(store)) {
            assertThat(post("{}", null))
                    .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                    .hasHeader("Retry-After", "5")
                    .bodyText()
                    .contains("The store can only be read");
            assertThat(get("/api/v1/assessments/" + id)).hasStatusOk();
        }

        assertThat(post("{}", null)).hasStatus(HttpStatus.CREATED);
    }
}
