package org.demarche.mail.returned;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.demarche.mail.MailState;
import org.demarche.mail.Marked;
import org.demarche.mail.Purpose;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails put into a real IMAP mailbox become states, suppressions, answers and questions to a person. */
@QuarkusTest
@TestProfile(WithBounceMailbox.class)
class IntakeTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static ImapServer again;

    GreenMail server;

    @Inject
    Marked sent;

    @Inject
    Intake intake;

    @Inject
    ReturnedDesk desk;

    @Inject
    ReturnedPersons persons;

    private final String to = "gone-" + UUID.randomUUID() + "@example.net";
    private long before;

    @AfterAll
    static void stopTheSecond() {
        if (again != null) {
            again.stopService();
        }
    }

    @BeforeEach
    void count() {
        before = taken();
    }

    @Test
    void unknownMailboxBouncesTheMailAndIsSilenced() throws Exception {
        var id = letter();
        arrives("postfix-unknown.FAILED.5.1.1", sent.mark(id));
        assertThat(sent.known(id).state()).isEqualTo(MailState.HARD_BOUNCED);
        assertThat(sent.known(id).answer()).startsWith("came back: 550 5.1.1").doesNotContain(to);
        assertThat(sent.silenced(to)).isTrue();
    }

    @Test
    void theReturnAddressAloneIsEnough() throws Exception {
        var id = letter();
        assertThat(sent.returnPath(id)).isEqualTo("bounces+" + sent.mark(id) + "@example.org");
        arrives("qmail.FAILED.5.1.1", sent.mark(id));
        assertThat(sent.known(id).state()).isEqualTo(MailState.HARD_BOUNCED);
        assertThat(sent.silenced(to)).isTrue();
    }

    @Test
    void whatSomebodyForwardsToSilencesNobody() throws Exception {
        var id = letter();
        put(report("postfix-unknown.FAILED.5.1.1", sent.mark(id)).replace(to, "inner@example.net"));
        assertThat(sent.known(id).state()).isEqualTo(MailState.HARD_BOUNCED);
        assertThat(sent.silenced(to)).isFalse();
        assertThat(sent.silenced("inner@example.net")).isFalse();
    }

    @Test
    void policyAndSizeAreHeldForAPerson() throws Exception {
        var policy = letter();
        arrives("postfix-policy.FAILED.5.7.1", sent.mark(policy));
        assertThat(sent.known(policy).state()).isEqualTo(MailState.HELD);
        var size = letter();
        arrives("exchange-size.FAILED.5.3.4", sent.mark(size));
        assertThat(sent.known(size).state()).isEqualTo(MailState.HELD);
        assertThat(sent.silenced(to)).isFalse();
    }

    @Test
    void fullAndExpiredAreSoft() throws Exception {
        var full = letter();
        arrives("gmail-full.FAILED.5.2.2", sent.mark(full));
        assertThat(sent.known(full).state()).isEqualTo(MailState.SOFT_BOUNCED);
        var expired = letter();
        arrives("postfix-expired.FAILED.4.4.1", sent.mark(expired));
        assertThat(sent.known(expired).state()).isEqualTo(MailState.SOFT_BOUNCED);
        assertThat(sent.silenced(to)).isFalse();
    }

    @Test
    void aDelayIsNoBounce() throws Exception {
        var id = letter();
        arrives("postfix-delayed.DELAYED.4.4.1", sent.mark(id));
        assertThat(sent.known(id).state()).isEqualTo(MailState.ACCEPTED);
        assertThat(sent.known(id).answer()).startsWith("delayed: ");
    }

    @Test
    @TestSecurity(user = "ada", roles = "admin")
    void aForgedReportChangesNothingAndWaitsForAPerson() throws Exception {
        var id = letter();
        var forged = "o-" + id + ".00000000";
        var waiting = desk.waiting(true);
        put(report("postfix-unknown.FAILED.5.1.1", forged));
        put(report("postfix-unknown.FAILED.5.1.1", "MARK"));
        assertThat(sent.known(id).state()).isEqualTo(MailState.ACCEPTED);
        assertThat(sent.silenced(to)).isFalse();
        assertThat(desk.waiting(true)).isEqualTo(waiting + 2);
        given().get("/desk/returned").then().statusCode(200).body(containsString("unmatched"));
    }

    @Test
    void automaticAnswersChangeNothingAndNeedNobody() throws Exception {
        var person = UUID.randomUUID();
        var id = sent.accepted(Purpose.CONFIRMATION, to, null, person);
        sent.become(id, MailState.ACCEPTED);
        var waiting = desk.waiting(true);
        arrives("vacation.AUTO_REPLY.", sent.mark(id));
        assertThat(sent.known(id).state()).isEqualTo(MailState.ACCEPTED);
        assertThat(desk.waiting(true)).isEqualTo(waiting);
    }

    @Test
    @TestSecurity(user = "ken", roles = "campaigner")
    void anAnswerOfAMissionIsFiledWithItsDelivery() throws Exception {
        var delivery = UUID.randomUUID();
        var id = sent.accepted(Purpose.MISSION_LETTER, to, delivery, null);
        sent.become(id, MailState.ACCEPTED);
        arrives("reply.LETTER.", sent.mark(id));
        assertThat(desk.answers(delivery)).isEqualTo(1);
        var row = desk.list(delivery, true, false, 0, 10).getFirst();
        assertThat(row.kind()).isEqualTo(ReturnedKind.REPLY);
        given().get("/desk/returned/" + row.id())
                .then()
                .statusCode(200)
                .body(containsString("we have received your letter"))
                .body(containsString("consul@example.net"));
        given().redirects()
                .follow(false)
                .post("/desk/returned/" + row.id() + "/handled")
                .then()
                .statusCode(303);
        assertThat(desk.find(row.id(), false).handledBy()).isEqualTo("ken");
    }

    @Test
    @TestSecurity(user = "ken", roles = "campaigner")
    void whatSignersWriteIsForAdmins() throws Exception {
        var person = UUID.randomUUID();
        var id = sent.accepted(Purpose.CONFIRMATION, to, null, person);
        sent.become(id, MailState.ACCEPTED);
        arrives("about-bounces.LETTER.", sent.mark(id));
        var row = QuarkusTransaction.requiringNew()
                .call(() -> Returned.<Returned>find("mail", id).<Returned>firstResult());
        given().get("/desk/returned/" + row.id).then().statusCode(404);
        given().get("/desk/returned?all=true").then().body(not(containsString(row.id.toString())));
        assertThat(new String(desk.content(row.id, true), StandardCharsets.UTF_8))
                .contains("Can you help?");
        QuarkusTransaction.requiringNew().run(() -> persons.erase(person));
        assertThat(desk.find(row.id, true).readable()).isFalse();
    }

    @Test
    void takingTheSameMailInTwiceChangesNothing() throws Exception {
        var id = letter();
        var bytes = report("postfix-unknown.FAILED.5.1.1", sent.mark(id)).getBytes(StandardCharsets.UTF_8);
        assertThat(intake.take("0123456789abcdef", 7, 1, bytes)).isTrue();
        sent.become(id, MailState.ACCEPTED);
        assertThat(intake.take("0123456789abcdef", 7, 1, bytes)).isTrue();
        assertThat(sent.known(id).state()).isEqualTo(MailState.ACCEPTED);
    }

    @Test
    void aServerThatDropsTheLineIsFoundAgain() throws Exception {
        var port = server.getImap().getPort();
        var first = letter();
        arrives("postfix-unknown.FAILED.5.1.1", sent.mark(first));
        server.getImap().stopService();
        var id = letter();
        again = new ImapServer(new ServerSetup(port, "127.0.0.1", "imap"), server.getManagers());
        again.startService();
        assertThat(again.waitTillRunning(5_000)).isTrue();
        arrives("qmail.FAILED.5.1.1", sent.mark(id));
        assertThat(sent.known(id).state()).isEqualTo(MailState.HARD_BOUNCED);
    }

    private UUID letter() {
        var id = sent.accepted(Purpose.MISSION_LETTER, to, UUID.randomUUID(), null);
        sent.become(id, MailState.ACCEPTED);
        return id;
    }

    private void arrives(String name, String mark) throws Exception {
        put(report(name, mark));
    }

    /** Waits until it was taken in. */
    private void put(String mail) throws Exception {
        GreenMailUser user = server.getManagers().getUserManager().getUser("bounces@example.org");
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
        var expected = ++before;
        await().atMost(SOON).until(() -> taken() >= expected);
    }

    private String report(String name, String mark) throws IOException {
        return Files.readString(Path.of("src/test/resources/bounces", name + ".eml"))
                .replaceAll("(gone|mission|full|slow|closed)@example\\.net", to)
                .replace("letters+MARK@", "bounces+MARK@")
                .replace("MARK", mark)
                .replace("\n", "\r\n");
    }

    private static long taken() {
        return QuarkusTransaction.requiringNew().call(() -> Returned.count("mailbox <> '0123456789abcdef'"));
    }
}
