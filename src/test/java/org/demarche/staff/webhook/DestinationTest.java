package org.demarche.staff.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::1]/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://2130706433/",
                "https://192.0.2.1/"
            })
    void whatLeadsInsideIsNotCalled(String url) {
        assertThatThrownBy(() -> Destination.of(url, false)).isInstanceOf(Destination.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "ftp://example.org/",
                "https://user:pass@example.org/",
                "https:///x",
                "file:///etc",
                "gopher://example.org",
                "not an address",
                ""
            })
    void whatIsNoPlainHttpsAddressIsNotTaken(String url) {
        assertThatThrownBy(() -> Destination.parsed(url, false)).isInstanceOf(Destination.Refused.class);
    }

    @Test
    void thePublicInternetIsCalledAtTheAddressThatWasChecked() throws Exception {
        var to = Destination.of("https://93.184.215.14:8443/hook?x=1", false);
        assertThat(to.address().getHostAddress()).isEqualTo("93.184.215.14");
        assertThat(to.port()).isEqualTo(8443);
        assertThat(to.path()).isEqualTo("/hook?x=1");
        assertThat(outside("2606:2800:220:1::1")).isTrue();
    }

    private static boolean outside(String address) throws UnknownHostException {
        return Destination.isOutside(InetAddress.getByName(address));
    }

    @Test
    void aClosedNetworkMayAllowItself() throws Exception {
        assertThat(Destination.of("http://127.0.0.1:9/x", true).secure()).isFalse();
    }
}
