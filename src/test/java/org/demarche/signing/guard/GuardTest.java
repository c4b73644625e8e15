package org.demarche.signing.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.demarche.signing.SignatureStatus;
import org.junit.jupiter.api.Test;

/** Who is held, who is let pass, and that nobody outside learns which. */
@QuarkusTest
@TestProfile(WithGuard.class)
class GuardTest extends AtTheDoor {

    private final Clock clock = Clock.systemUTC();

    @Test
    void whoFillsInTheHiddenFieldIsHeldAndAnsweredLikeAnybody() {
        var email = someone();
        var body = body(email);
        body.put("website", "http://example.org");
        assertThat(call(network, body).asString()).isEqualTo("{\"status\":\"CONFIRMATION_SENT\"}");
        assertThat(row(email).status).isEqualTo(SignatureStatus.HELD);
        assertThat(row(email).heldFor).isEqualTo(Suspicion.HONEYPOT);
        assertThat(row(email).heldNetwork).hasSize(16).doesNotContain("198");
    }

    @Test
    void aFormWithoutThePagesStampOrFilledInTooFastIsHeld() throws Exception {
        assertThat(posted("")).isEqualTo(Suspicion.NO_STAMP);
        assertThat(posted(stamp().replaceFirst("^.", "0"))).isEqualTo(Suspicion.NO_STAMP);
        assertThat(posted("zzz.zzz")).isEqualTo(Suspicion.NO_STAMP);
        var stamp = stamp();
        assertThat(posted(stamp)).isEqualTo(Suspicion.TOO_FAST);
        Thread.sleep(1_100);
        assertThat(posted(stamp)).isNull();
    }

    @Test
    void aStampServesForAWeekAndIsNoHarvest() {
        var stamp = new Stamps(vault, clock).now();
        assertThat(new Stamps(vault, Clock.offset(clock, Duration.ofDays(6))).read(stamp))
                .isPresent();
        assertThat(new Stamps(vault, Clock.offset(clock, Duration.ofDays(7))).read(stamp))
                .isEmpty();
    }

    @Test
    void aNetworkInAHurryBringsAProofOfWorkAndEachProofServesOnce() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(signed(network)).as("%d", i).isNull();
        }
        assertThat(signed(network)).isEqualTo(Suspicion.NO_PROOF);
        var proof = proof();
        assertThat(signed(network, proof)).isNull();
        assertThat(signed(network, proof)).isEqualTo(Suspicion.BAD_PROOF);
    }

    @Test
    void forgedProofsAreWorthNothing() throws Exception {
        for (int i = 0; i < 4; i++) {
            signed(network);
        }
        var honest = new String(Base64.getDecoder().decode(proof()), StandardCharsets.UTF_8);
        var later = honest.replaceFirst("expires=\\d+", "expires=9999999999");
        var own = honest.replaceFirst("\"signature\":\"..", "\"signature\":\"00");
        for (var forged : new String[] {"x", "%%%", base64("null"), base64("[]"), base64(later)}) {
            assertThat(signed(network, forged)).as(forged).isIn(Suspicion.BAD_PROOF, Suspicion.NETWORK_RATE);
        }
        assertThat(signed("198.18.0.1", base64(own))).isNull();
    }

    @Test
    void noProofHelpsANetworkThatNeverStopsAndOthersDoNotSuffer() throws Exception {
        Suspicion last = null;
        for (int i = 0; i < 10; i++) {
            last = signed(network, i < 4 ? null : proof());
        }
        assertThat(last).isIn(Suspicion.NETWORK_RATE, Suspicion.DOMAIN_RATE);
        var elsewhere = body(UUID.randomUUID() + "@other-" + domain);
        call("203.0.113.9", elsewhere);
        assertThat(row((String) elsewhere.get("email")).heldFor).isNull();
    }

    @Test
    void neighboursInOneIpv6NetworkAreOne() throws Exception {
        var prefix = "2001:db8:%x:%x:".formatted(random(), random());
        for (int i = 1; i <= 4; i++) {
            assertThat(signed(prefix + "a:b:c:" + i)).isNull();
        }
        assertThat(signed(prefix + "ffff::9")).isEqualTo(Suspicion.NO_PROOF);
    }

    @Test
    void whatTheSenderClaimsOfItsAddressIsNotBelieved() {
        for (int i = 0; i < 4; i++) {
            assertThat(signed("203.0.113.%d, %s".formatted(i, network))).isNull();
        }
        assertThat(signed("203.0.113.99, " + network)).isEqualTo(Suspicion.NO_PROOF);
    }
}
