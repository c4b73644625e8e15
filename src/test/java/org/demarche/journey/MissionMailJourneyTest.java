package org.demarche.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Staff mail the petition to the embassy and all six consulates-general; a real SMTP server takes each letter once. */
@QuarkusTest
@TestProfile(MissionMailJourneyTest.WithSmtpServer.class)
class MissionMailJourneyTest {

    private static final List<String> MISSIONS = List.of(
            "cn-jp-tokyo",
            "cn-jp-osaka",
            "cn-jp-fukuoka",
            "cn-jp-nagoya",
            "cn-jp-sapporo",
            "cn-jp-niigata",
            "cn-jp-nagasaki");

    private static GreenMail smtp;

    /** Starts the server and tells the application of it. */
    public static final class Server implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            smtp.start();
            return Map.of(
                    "demarche.smtp-url", "smtp://127.0.0.1:" + smtp.getSmtp().getPort(), "demarche.quiet-hours", "off");
        }

        @Override
        public void stop() {
            smtp.stop();
        }
    }

    /** A database of its own, with a relay. */
    public static final class WithSmtpServer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "demarche.databases.h2.url", "jdbc:h2:mem:missionmail;DB_CLOSE_DELAY=-1",
                    "demarche.data-dir", "target/test-data-missionmail");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Server.class));
        }
    }

    @Test
    void everyMissionReceivesTheLetterOnceAsTextPageAndPaper() throws MessagingException, IOException {
        MISSIONS.forEach(code -> Desk.verifyMission(code, code + "@example.org"));
        Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("missions", "all", "content", "PETITION", "replyTo", "no address"))
                .post(Desk.API + "/deliveries")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("replyTo")));
        String plan = Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("missions", "all", "content", "PETITION", "replyTo", "answers@example.org"))
                .post(Desk.API + "/deliveries")
                .then()
                .statusCode(202)
                .body("count", equalTo(7))
                .extract()
                .path("id");
        assertThat(smtp.getReceivedMessages()).isEmpty();
        Desk.approves()
                .post(Desk.API + "/deliveries/" + plan + "/approve")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> accepted() == 7);

        var letters = smtp.getReceivedMessages();
        assertThat(recipients(letters))
                .containsExactlyInAnyOrderElementsOf(
                        MISSIONS.stream().map(code -> code + "@example.org").toList());
        var toOsaka = Arrays.stream(letters)
                .filter(m -> recipients(m).equals("cn-jp-osaka@example.org"))
                .findFirst()
                .orElseThrow();
        assertThat(toOsaka.getHeader("Reply-To", ",")).isEqualTo("answers@example.org");
        assertThat(MailParts.text(toOsaka, "text/plain")).contains("尊敬的", "Mr. President", "Osaka");
        assertThat(MailParts.text(toOsaka, "text/html")).contains("尊敬的", "Mr. President");
        var pdf = Desk.bytes(MailParts.of(toOsaka, "application/pdf").getFirst().getInputStream());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("尊敬的", "Mr. President");
        }
    }

    private static long accepted() {
        List<String> states = Desk.asks().get(Desk.API + "/deliveries").path("items.state");
        return states.stream().filter("ACCEPTED"::equals).count();
    }

    private static List<String> recipients(MimeMessage[] mails) {
        return Arrays.stream(mails).map(MissionMailJourneyTest::recipients).toList();
    }

    private static String recipients(MimeMessage mail) {
        try {
            return ((jakarta.mail.internet.InternetAddress) mail.getAllRecipients()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
