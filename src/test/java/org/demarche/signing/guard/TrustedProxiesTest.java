package org.demarche.signing.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private static final TrustedProxies PROXIES = new TrustedProxies(List.of("10.0.0.0/8", "2001:db8::1"));

    private static String origin(TrustedProxies proxies, String peer, String forwarded) throws Exception {
        var found = proxies.origin(InetAddress.ofLiteral(peer).getAddress(), forwarded);
        return InetAddress.getByAddress(found).getHostAddress();
    }

    @Test
    void theNearestThatNoProxyBearsIsTheOrigin() throws Exception {
        assertThat(origin(PROXIES, "10.1.2.3", "198.51.100.7")).isEqualTo("198.51.100.7");
        assertThat(origin(PROXIES, "10.1.2.3", "198.51.100.7, 10.9.9.9")).isEqualTo("198.51.100.7");
        assertThat(origin(PROXIES, "2001:db8::1", "198.51.100.7")).isEqualTo("198.51.100.7");
    }

    @Test
    void whatTheSenderWroteFurtherLeftIsNotBelieved() throws Exception {
        assertThat(origin(PROXIES, "10.1.2.3", "203.0.113.1, 198.51.100.7")).isEqualTo("198.51.100.7");
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        assertThat(origin(PROXIES, "198.51.100.9", "203.0.113.1")).isEqualTo("198.51.100.9");
        assertThat(origin(new TrustedProxies(List.of()), "10.1.2.3", "203.0.113.1"))
                .isEqualTo("10.1.2.3");
    }

    @Test
    void nonsenseEndsAtTheProxy() throws Exception {
        assertThat(origin(PROXIES, "10.1.2.3", "not an address")).isEqualTo("10.1.2.3");
        assertThat(origin(PROXIES, "10.1.2.3", "")).isEqualTo("10.1.2.3");
    }

    @Test
    void aNameIsNoProxy() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example.org")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
