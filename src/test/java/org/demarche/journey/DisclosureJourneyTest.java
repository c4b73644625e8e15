package org.demarche.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.demarche.RandomSigner.words;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.FreshSlug;
import org.demarche.OnOwnH2;
import org.demarche.RandomSigner;
import org.demarche.signing.Counting;
import org.demarche.signing.Disclosure;
import org.junit.jupiter.api.Test;

/**
 * The promise to signers as a property, where DisclosureTest does not look: the mails to a thousand random people, their
 * own letters bound for one mission and mailed to another, and the list that staff take out. No byte of what a mission
 * gets says more than each chose; what one person gets names nobody else.
 */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class DisclosureJourneyTest {

    private static final int SIGNERS = 1_000;

    /** Of ten letters; the others are bound. */
    private static final int MAILED_OF_TEN = 1;

    /** Mails whose paper is searched byte by byte, and not in its text alone: each brings its fonts along. */
    private static final int SEARCHED_DEEPLY = 10;

    /** Links and marks of a mail, in which such a word stands by chance once in some thousands. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{24,}+");

    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private static final Pattern BASE64 = Pattern.compile("(?m)^[A-Za-z0-9+/=]{4,}\\r?$");

    private static final long SEED = 20270924;
    private static final String SLUG = FreshSlug.of("property-of-letters");
    private static final String API = "/api/v1/campaigns/" + SLUG;
    private static final String BOUND_FOR = "cn-jp-sapporo";
    private static final String MAILED_TO = "cn-jp-nagasaki";

    @Inject
    Counting counting;

    private final List<RandomSigner> signers =
            RandomSigner.some(SIGNERS, SEED, Disclosure.FULL, Disclosure.INITIALS, Disclosure.COUNTRY);

    @Test
    void noMailNoLetterAndNoListGoesBeyondWhatEachOfAThousandChose() throws Exception {
        Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("slug", SLUG, "mode", "BOTH"))
                .post(Desk.API + "/clone")
                .then()
                .statusCode(201);
        Desk.asks().post(API + "/open").then().statusCode(200);
        for (int n = 0; n < SIGNERS; n++) {
            var writer = signers.get(n);
            write(writer, isMailed(n) ? MAILED_TO : BOUND_FOR);
            var mail = Desk.mail("CONFIRMATION", writer.email());
            confirmationSaysNoMoreThanTheMissionWillSee(writer, mail);
            Desk.confirm(Desk.link(mail, "/confirm/"));
        }
        counting.count();
        boundLetters();
        mailedLetters();
        listOfStaff();
    }

    private static boolean isMailed(int n) {
        return n % 10 < MAILED_OF_TEN;
    }

    private static void write(RandomSigner writer, String mission) {
        var letter = new HashMap<String, Object>(Map.of(
                "name",
                writer.name(),
                "email",
                writer.email(),
                "country",
                "JP",
                "city",
                writer.city(),
                "language",
                "en",
                "disclosure",
                writer.disclosure(),
                "mission",
                mission,
                // Whoever writes a paragraph of their own wants it to be read, under whatever line.
                "paragraph",
                writer.comment() + " is what I want to say."));
        letter.put("channel", "PLATFORM");
        given().contentType(ContentType.JSON)
                .body(letter)
                .post(API + "/letters")
                .then()
                .statusCode(202);
    }

    /** It shows its reader what a mission will see, and names nobody else. */
    private static void confirmationSaysNoMoreThanTheMissionWillSee(RandomSigner writer, MimeMessage mail)
            throws Exception {
        var said = wordsOfMail(MailParts.text(mail, "text/plain"));
        said.addAll(wordsOfMail(MailParts.text(mail, "text/html")));
        assertThat(said).as(writer.disclosure().name()).isEqualTo(writer.line());
        var head = String.join("\n", Collections.list(mail.getAllHeaderLines()).toArray(String[]::new));
        assertThat(wordsOfMail(head)).isSubsetOf(writer.mailbox());
    }

    private static Set<String> wordsOfMail(String text) {
        return words(
                TOKEN.matcher(text).replaceAll(run -> DIGIT.matcher(run.group()).find() ? " " : run.group()));
    }

    private static Set<String> ofLetter(RandomSigner writer) {
        var words = writer.line();
        words.add(writer.comment());
        return words;
    }

    private void boundLetters() throws Exception {
        String bundle = Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("mission", BOUND_FOR, "content", "LETTERS"))
                .post(API + "/bundles")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        var path = API + "/bundles/" + bundle;
        Desk.approves().post(path + "/approve").then().statusCode(200);
        await().atMost(Duration.ofSeconds(180))
                .until(() -> Desk.asks().get(path).path("state").equals("DONE"));
        List<Integer> volumes = Desk.asks().get(path).path("volumes.n");
        assertThat(volumes).isNotEmpty();
        var printed = new HashSet<String>();
        for (int n : volumes) {
            printed.addAll(words(Desk.asks()
                    .get(path + "/volumes/" + n)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray()));
        }
        var allowed = new HashSet<String>();
        for (int n = 0; n < SIGNERS; n++) {
            if (!isMailed(n)) {
                allowed.addAll(ofLetter(signers.get(n)));
            }
        }
        // Both ways: what was chosen is there, and nothing else.
        assertThat(printed).isEqualTo(allowed);
        assertThat(words(Desk.asks().get(path + "/manifest").asString())).isEmpty();
    }

    private void mailedLetters() throws Exception {
        var address = "consulate-" + SLUG + "@example.org";
        Desk.verifyMission(MAILED_TO, address);
        String plan = Desk.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("missions", List.of(MAILED_TO), "content", "LETTERS"))
                .post(API + "/deliveries")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Desk.approves().post(API + "/deliveries/" + plan + "/approve").then().statusCode(200);
        List<String> mails = Desk.asks()
                .queryParam("to", address)
                .queryParam("size", 500)
                .get("/api/v1/mail")
                .path("items.id");
        assertThat(mails).hasSize(SIGNERS * MAILED_OF_TEN / 10);
        var byWords = signers.stream().collect(Collectors.toMap(RandomSigner::comment, Function.identity()));
        for (int n = 0; n < mails.size(); n++) {
            var id = mails.get(n);
            var raw = Desk.asks().get("/api/v1/mail/" + id + "/raw").asByteArray();
            // Base64 of a hundred PDFs has such words by chance; what it stands for is searched below.
            var said = wordsOfMail(
                    BASE64.matcher(new String(raw, StandardCharsets.US_ASCII)).replaceAll(""));
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            said.addAll(words(MailParts.text(mail, "text/plain")));
            said.addAll(words(MailParts.text(mail, "text/html")));
            for (var pdf : MailParts.of(mail, "application/pdf")) {
                var bytes = Desk.bytes(pdf.getInputStream());
                said.addAll(n < SEARCHED_DEEPLY ? words(bytes) : words(OwnLetterWriters.text(bytes)));
            }
            var writer = said.stream().map(byWords::get).filter(w -> w != null).findFirst();
            assertThat(writer).isPresent();
            assertThat(said).isEqualTo(ofLetter(writer.get()));
        }
    }

    /** It stays in the house, so it has everything: each line of one person, with their choice beside it. */
    private void listOfStaff() throws Exception {
        var byMailbox = signers.stream().collect(Collectors.toMap(RandomSigner::email, Function.identity()));
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(Desk.asks().get(API + "/signatures/export").asString())) {
            for (var row : csv) {
                var signer = byMailbox.remove(row.getField("email"));
                assertThat(row.getField("disclosure"))
                        .isEqualTo(signer.disclosure().name());
                var others = words(String.join(" ", row.getFields()));
                others.removeAll(signer.everything());
                assertThat(others).isEmpty();
            }
        }
        assertThat(byMailbox).isEmpty();
    }
}
