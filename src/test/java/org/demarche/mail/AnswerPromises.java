package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.demarche.mail.smtp.ScriptedSmtp;
import org.demarche.mail.wire.ReadableMail;
import org.junit.jupiter.api.Test;

/** What becomes of a mail by the relay's answer. */
abstract class AnswerPromises extends Dispatching {

    @Test
    void queuedMailIsAcceptedAndItsFeatureHears() {
        var id = queue(mail(Purpose.CONFIRMATION, "kim"));
        becomes(id, MailState.ACCEPTED);
        assertThat(answered.of(id)).containsExactly(MailState.ACCEPTED);
        assertThat(server.to("kim@example.org")).hasSize(1);
        assertThat(find(id).attempts).isEqualTo(1);
        assertThat(find(id).lastAnswer).startsWith("250 2.0.0");
    }

    @Test
    void greylistedMailIsTriedAgainAfterTheNamedWait() {
        recipientsGet("451 4.7.1 greylisted, try again in 300 seconds");
        var id = queue(mail(Purpose.CONFIRMATION, "grey"));
        until(id, mail -> mail.attempts == 1);
        assertThat(find(id).state).isEqualTo(MailState.QUEUED);
        assertThat(find(id).dueAt).isBetween(in(300), in(302));
        server.play(new ScriptedSmtp.Script() {});
        clock.advance(Duration.ofSeconds(302));
        becomes(id, MailState.ACCEPTED);
    }

    @Test
    void temporaryRefusalsEndAfterFourDaysWhereTheyAreSeen() {
        recipientsGet("452 4.2.2 mailbox full");
        var id = queue(mail(Purpose.NOTICE, "full"));
        until(id, mail -> mail.attempts == 1);
        assertThat(find(id).dueAt).isBetween(in(48), in(72));
        clock.advance(Duration.ofDays(4).plusHours(1));
        becomes(id, MailState.SOFT_BOUNCED);
        assertThat(outbox.isSuppressed(address("full"))).isFalse();
    }

    @Test
    void unknownMailboxBouncesAndIsNotMailedAgain() {
        recipientsGet("550 5.1.1 <gone@example.org> no such user");
        var id = queue(mail(Purpose.CONFIRMATION, "gone"));
        becomes(id, MailState.HARD_BOUNCED);
        assertThat(find(id).lastAnswer).contains("5.1.1").doesNotContain("gone@");
        assertThat(outbox.isSuppressed(address("gone"))).isTrue();
        becomes(queue(mail(Purpose.NEWS, "gone")), MailState.SUPPRESSED);
        assertThat(server.received).noneMatch(r -> r.to().equals("gone@example.org"));
    }

    @Test
    void policyRefusalIsHeldForAPersonAndSilencesNobody() {
        recipientsGet("550 5.7.1 message refused by policy");
        var id = queue(mail(Purpose.NOTICE, "policy"));
        becomes(id, MailState.HELD);
        assertThat(outbox.isSuppressed(address("policy"))).isFalse();
        server.play(new ScriptedSmtp.Script() {});
        desk.retry(id, "ada");
        becomes(id, MailState.ACCEPTED);
    }

    @Test
    void tooLargeIsHeld() {
        contentGets("552 5.3.4 too large");
        becomes(queue(mail(Purpose.NOTICE, "large")), MailState.HELD);
        assertThat(outbox.isSuppressed(address("large"))).isFalse();
    }

    @Test
    void busyRelayBurnsNoAttempt() {
        recipientsGet("421 4.3.2 closing down");
        var id = queue(mail(Purpose.NOTICE, "patient"));
        until(id, mail -> mail.lastAnswer != null && mail.state == MailState.QUEUED);
        assertThat(find(id).attempts).isZero();
        server.play(new ScriptedSmtp.Script() {});
        clock.advance(Duration.ofSeconds(2));
        becomes(id, MailState.ACCEPTED);
    }

    @Test
    void lineDroppedAfterTheContentIsRetriedWithTheSameBytes() {
        contentGets(null);
        var id = queue(
                mail(Purpose.NOTICE, "dropped").attach(new Attachment("a.pdf", "application/pdf", new byte[9_000])));
        until(id, mail -> mail.attempts == 1);
        assertThat(find(id).dueAt).isEqualTo(in(15 * 60));
        server.play(new ScriptedSmtp.Script() {});
        clock.advance(Duration.ofMinutes(16));
        becomes(id, MailState.ACCEPTED);
        var copies = server.to("dropped@example.org");
        assertThat(copies).hasSize(2);
        assertThat(copies.get(1)).isEqualTo(copies.get(0)).contains("Message-ID: <o-" + id + ".");
    }

    @Test
    void letterInDoubtWaitsForAPersonAndIsNotSentTwice() {
        contentGets(null);
        var id = queue(letter("doubt"));
        becomes(id, MailState.UNKNOWN);
        server.play(new ScriptedSmtp.Script() {});
        clock.advance(Duration.ofDays(1));
        becomes(queue(letter("doubt")), MailState.ACCEPTED);
        assertThat(find(id).state).isEqualTo(MailState.UNKNOWN);
        assertThat(server.to("doubt@example.org")).hasSize(2);
    }

    @Test
    void whatCannotBeOpenedIsHeldAndStopsNothing() {
        var id = queue(mail(Purpose.NOTICE, "altered").notBefore(in(30)));
        QuarkusTransaction.requiringNew().run(() -> {
            MailContent content = MailContent.findById(id);
            var altered = content.sealed.clone();
            altered[altered.length - 1] ^= 1;
            content.sealed = altered;
        });
        clock.advance(Duration.ofSeconds(30));
        becomes(id, MailState.HELD);
        becomes(queue(mail(Purpose.NOTICE, "next")), MailState.ACCEPTED);
        assertThat(server.to("altered@example.org")).isEmpty();
    }

    @Test
    void whatCannotBeMadeIsHeldAfterAFewTriesAndStopsNothing() {
        var form = new FormLetter("Hello", "Hello " + FormLetter.blank("name"), null);
        var id = queue(mail(Purpose.NEWS, "poison").filling(form, Map.of()).notBefore(in(5)));
        clock.advance(Duration.ofSeconds(5));
        for (int tries = 1; tries <= 3; tries++) {
            int seen = tries;
            until(id, mail -> mail.attempts == seen);
            becomes(queue(mail(Purpose.NEWS, "beside")), MailState.ACCEPTED);
            clock.advance(Duration.ofSeconds(11));
        }
        becomes(id, MailState.HELD);
        assertThat(find(id).hold).isEqualTo(Hold.BROKEN);
        assertThat(find(id).lastAnswer).startsWith("internal: ");
        assertThat(server.to("poison@example.org")).isEmpty();
        assertThat(server.to("beside@example.org")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void oneFileForManyMailsIsStoredOnceAndGoesWithEach() {
        var pdf = new byte[60_000];
        new Random(7).nextBytes(pdf);
        var person = UUID.randomUUID();
        var before = QuarkusTransaction.requiringNew().call(() -> MailPart.count());
        var ids = Stream.of("first", "second")
                .map(who -> queue(mail(Purpose.NOTICE, who + "-with-file")
                        .person(who.equals("first") ? person : null)
                        .attach(new Attachment("letter.pdf", "application/pdf", pdf))))
                .toList();
        ids.forEach(id -> becomes(id, MailState.ACCEPTED));
        for (var who : List.of("first", "second")) {
            var sent = server.to(who + "-with-file@example.org").getFirst();
            assertThat(ReadableMail.parse(sent.getBytes(StandardCharsets.ISO_8859_1))
                            .files()
                            .getFirst()
                            .bytes())
                    .isEqualTo(pdf);
        }
        assertThat(QuarkusTransaction.requiringNew().call(() -> MailPart.count()))
                .isEqualTo(before + 1);
        QuarkusTransaction.requiringNew()
                .run(() -> ids.forEach(id -> {
                    MailContent rest = MailContent.findById(id);
                    assertThat(rest.sealed.length).isLessThan(4_000);
                }));
        persons.erase(person);
        assertThat(QuarkusTransaction.requiringNew().call(() -> MailPart.count()))
                .isEqualTo(before + 1);
        QuarkusTransaction.requiringNew().run(() -> Contents.erase(Mail.findById(ids.getLast())));
        assertThat(QuarkusTransaction.requiringNew().call(() -> MailPart.count()))
                .isEqualTo(before);
    }

    @Test
    void erasedPersonsMailIsDestroyedAndNotSent() {
        var person = UUID.randomUUID();
        var id = queue(mail(Purpose.NOTICE, "erased").person(person).notBefore(in(60)));
        assertThat(persons.export(person).toString()).contains("erased@example.org");
        persons.erase(person);
        clock.advance(Duration.ofMinutes(2));
        becomes(queue(mail(Purpose.NOTICE, "after")), MailState.ACCEPTED);
        var row = find(id);
        assertThat(row.state).isEqualTo(MailState.CANCELLED);
        assertThat(row.sealedRecipient).isNull();
        assertThat(row.sealedSubject).isNull();
        assertThat(row.recipientIndex).isNull();
        assertThat(QuarkusTransaction.requiringNew().call(() -> MailContent.count("mail", id)))
                .isZero();
        assertThat(server.to("erased@example.org")).isEmpty();
    }
}
