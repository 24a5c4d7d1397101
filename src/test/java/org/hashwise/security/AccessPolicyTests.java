package org.hashwise.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

class AccessPolicyTests {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "localhost", "::1", "::ffff:127.0.0.1"})
    void aHouseOnLoopbackIsOpen(String address) {
        assertThat(policy("server.address", address).isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.1.2.3", "192.168.0.1", "fe80::1", ""})
    void aHouseThatOthersReachIsClosed(String address) {
        assertThat(policy("server.address", address).isOpen()).isFalse();
    }

    @Test
    void withoutAnAddressItListensEverywhere() {
        assertThat(policy().isOpen()).isFalse();
    }

    @Test
    void anOpenHouseCanBeClosed() {
        AccessPolicy policy = policy("server.address", "127.0.0.1", "hashwise.login", "always");

        assertThat(policy.isOpen()).isFalse();
        assertThat(policy.isOpenTo(new MockHttpServletRequest())).isFalse();
        assertThat(policy.isCalled("rebound.example")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,         true",
        "127.0.0.9,         true",
        "0:0:0:0:0:0:0:1,   true",
        "10.0.0.5,          false",
        "2001:db8::1,       false"
    })
    void itIsOpenToThoseOnThisMachine(String remote, boolean open) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);

        assertThat(policy("server.address", "127.0.0.1").isOpenTo(request)).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "x-real-ip", "Via", "X-Forwarded-Proto", "X-Forwarded-Any"})
    void whatAProxyForwardsIsNotFromThisMachine(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("127.0.0.1");
        request.addHeader(header, "for=10.0.0.5");

        assertThat(policy("server.address", "127.0.0.1").isOpenTo(request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,         true",
        "LOCALHOST,         true",
        "127.0.0.1,         true",
        "[::1],             true",
        "127.8.8.8,         true",
        "advice.example,    true",
        "rebound.example,   false",
        "localhost.example, false",
        "127.0.0.2,         false",
        "'',                false"
    })
    void onLoopbackItAnswersToItsOwnNamesAlone(String host, boolean known) {
        AccessPolicy policy = policy("server.address", "127.8.8.8", "hashwise.hosts", "Advice.example, other.example");

        assertThat(policy.isCalled(host)).isEqualTo(known);
    }

    @Test
    void elsewhereItAnswersToAnyNameUnlessSomeAreSet() {
        assertThat(policy("server.address", "0.0.0.0").isCalled("advice.example"))
                .isTrue();

        AccessPolicy named = policy("server.address", "0.0.0.0", "hashwise.hosts", "advice.example");
        assertThat(named.isCalled("advice.example")).isTrue();
        assertThat(named.isCalled("rebound.example")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"localhost, true", "127.0.0.1, true", "hashwise, false", "advice.example, false"})
    void onlyNamesOfThisMachineNeedNoLogin(String host, boolean open) {
        assertThat(policy("server.address", "127.0.0.1").isOpenTo(request("127.0.0.1", host)))
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "server.forward-headers-strategy, native",
        "server.forward-headers-strategy, FRAMEWORK",
        "server.tomcat.remoteip.remote-ip-header, X-Forwarded-For",
        "hashwise.hosts, advice.example",
        "hashwise.trusted-proxies, 127.0.0.1"
    })
    void aServerBehindAProxyIsOpenToNoRequest(String setting, String value) {
        AccessPolicy policy = policy("server.address", "127.0.0.1", setting, value);

        assertThat(policy.isOpenTo(request("127.0.0.1", "localhost"))).isFalse();
        assertThat(policy.isLocal()).as("it starts without an account").isTrue();
    }

    @Test
    void aStrategyOfNoneMeansNoProxy() {
        assertThat(policy("server.address", "127.0.0.1", "server.forward-headers-strategy", "none")
                        .isOpen())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    192.0.2.1 | 203.0.113.9                        | 192.0.2.1
                    10.0.0.1  | 203.0.113.9                        | 203.0.113.9
                    10.0.0.1  | 127.0.0.1, 203.0.113.9             | 203.0.113.9
                    10.0.0.1  | 198.51.100.3, 203.0.113.9, 10.9.9.9 | 203.0.113.9
                    10.0.0.1  | 203.0.113.9, not an address        | not an address
                    """)
    void onlyWhatTrustedProxiesAppendedTellsTheClient(String peer, String forwardedFor, String client) {
        MockHttpServletRequest request = request(peer, "advice.example");
        request.addHeader("X-Forwarded-For", forwardedFor);

        assertThat(policy("hashwise.trusted-proxies", "10.0.0.0/8, ::1").client(request))
                .isEqualTo(client);
        assertThat(policy().client(request)).as("no proxy is trusted").isEqualTo(peer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", ""})
    void aTrustedProxyIsAnAddressOrARange(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.of(text));
    }

    private static MockHttpServletRequest request(String peer, String host) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        request.addHeader("Host", host);
        request.setServerName(host);
        return request;
    }

    private static AccessPolicy policy(String... settings) {
        MockEnvironment environment = new MockEnvironment();
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        return AccessPolicy.of(environment);
    }
}
