package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long what was read with a claim may be sent without another look at its row. */
@QuarkusTest
@TestProfile(WithRelay.class)
class OpeningTest extends Dispatching {

    private static final Duration ALMOST_A_SECOND = Duration.ofMillis(999);

    private final UUID node = UUID.randomUUID();

    @Inject
    Contents contents;

    @Test
    void whatIsOlderThanASecondIsNotSentToAPersonWhoWasErasedMeanwhile() {
        var person = UUID.randomUUID();
        var claimed = claimed(mail(Purpose.NOTICE, "erased-after-claim").person(person));
        persons.erase(person);
        clock.advance(ALMOST_A_SECOND);
        assertThat(opening.open(claimed, node)).as("read with the claim").isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(opening.open(claimed, node)).as("read again").isEmpty();
        assertThat(find(claimed.lying().mail().id).state).isEqualTo(MailState.CANCELLED);
    }

    @Test
    void whatIsOlderThanASecondIsNotSentWhereAnotherProcessHasIt() {
        var claimed = claimed(mail(Purpose.NOTICE, "taken-after-claim"));
        var id = claimed.lying().mail().id;
        alter(id, mail -> mail.leaseTo(UUID.randomUUID(), in(60)));
        clock.advance(ALMOST_A_SECOND);
        assertThat(opening.open(claimed, node)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(opening.open(claimed, node)).isEmpty();
        alter(id, mail -> mail.become(MailState.CANCELLED, "end of the test"));
    }

    /** By this test's own node: the dispatchers of the application leave a living lease alone. */
    private Claims.Claimed claimed(Message message) {
        var id = queue(message.notBefore(in(3600)));
        alter(id, mail -> mail.leaseTo(node, in(60)));
        return QuarkusTransaction.requiringNew()
                .call(() -> new Claims.Claimed(
                        contents.lying(List.of(Mail.<Mail>findById(id))).getFirst(), clock.instant()));
    }
}
