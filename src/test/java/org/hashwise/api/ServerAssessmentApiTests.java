package org.hashwise.api;

import org.hashwise.assessment.StoreSettings;
import org.hashwise.assessment.TestServer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On PostgreSQL. */
class ServerAssessmentApiTests extends AssessmentApiTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        StoreSettings settings = TestServer.database();
        registry.add("spring.datasource.url", settings::url);
        registry.add("spring.datasource.username", settings::user);
        registry.add("spring.datasource.password", settings::password);
    }
}
