package org.demarche.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class MailServerTest {

    @Test
    void theAccountIsShownToNobody() {
        assertThat(MailServer.relay("smtp://u:secret@localhost").toString()).isEqualTo("localhost:587");
        assertThatThrownBy(() -> MailServer.relay("smtp://u:sec^ret@local host"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("sec^ret")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp://localhost", "smtp://127.0.0.1:2525", "smtp://[::1]:25"})
    void thisMachineMayBeReachedWithoutTls(String url) {
        assertThat(MailServer.relay(url).onThisMachine()).isTrue();
    }

    /** RFC 5737 and RFC 3849 addresses for documentation; nothing is sent. */
    @ParameterizedTest
    @ValueSource(strings = {"smtp://192.0.2.1", "smtp://u:p@198.51.100.7:587", "smtp://[2001:db8::1]:25"})
    void anyOtherMachineNeedsTls(String url) {
        assertThat(MailServer.relay(url).onThisMachine()).isFalse();
    }
}
