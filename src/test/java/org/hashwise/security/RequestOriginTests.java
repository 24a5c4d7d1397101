package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestOriginTests {

    @ParameterizedTest
    @CsvSource({
        "POST,   ,            ,                        OURS",
        "POST,   same-origin, ,                        OURS",
        "POST,   none,        ,                        OURS",
        "POST,   cross-site,  ,                        FOREIGN",
        "POST,   same-site,   ,                        FOREIGN",
        "POST,   same-origin, http://proxied.example,  OURS",
        "POST,   ,            http://127.0.0.1:8080,   OURS",
        "POST,   ,            https://127.0.0.1:8080,  OURS",
        "POST,   ,            http://127.0.0.1:8081,   FOREIGN",
        "POST,   ,            http://evil.example,     FOREIGN",
        "POST,   ,            null,                    FOREIGN",
        "POST,   cross-site,  null,                    FOREIGN",
        "POST,   ,            ///,                     FOREIGN",
        "POST,   ,            %,                       FOREIGN",
        "DELETE, cross-site,  ,                        FOREIGN",
        "PATCH,  cross-site,  ,                        FOREIGN",
        "GET,    cross-site,  http://evil.example,     OURS"
    })
    void aBrowserSaysWhosePageSendsARequest(String method, String site, String origin, RequestOrigin expected) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
        request.addHeader("Host", "127.0.0.1:8080");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }

        assertThat(RequestOrigin.of(request)).isEqualTo(expected);
    }
}
