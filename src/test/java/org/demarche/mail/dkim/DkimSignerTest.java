package org.demarche.mail.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed here, verified by Apache jDKIM. */
@Tag("quick")
class DkimSignerTest {

    private static final Instant NOW = Instant.parse("2026-09-10T03:00:00Z");

    private static final String MAIL = """
            From: Life Funds <letters@example.org>
            To: kim@example.net
            Subject: =?UTF-8?Q?=E7=BD=B2?=
             =?UTF-8?Q?=E5=90=8D?=
            Date: Thu, 10 Sep 2026 12:00:00 +0900
            Message-ID: <o-1@example.org>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8
            List-Unsubscribe: <https://example.org/unsubscribe/abc>
            List-Unsubscribe-Post: List-Unsubscribe=One-Click

            First  line \t with   blanks\t
            .
             indented

            last


            """.replace("\n", "\r\n");

    @TempDir
    Path folder;

    private DkimKey key;

    @BeforeEach
    void makeKey() {
        key = DkimKey.loadOrCreate(folder.resolve("keys/dkim.pem"));
    }

    @Test
    void anotherReaderOfTheStandardAgrees() throws Exception {
        var signed = text(sign(MAIL));
        var record = verify(signed).getFirst();
        assertThat(record.getDToken()).hasToString("example.org");
        assertThat(record.getSelector()).hasToString("demarche");
        assertThat(record.getHeaders().stream().map(Object::toString))
                .contains("from", "subject", "list-unsubscribe", "list-unsubscribe-post");
        assertThat(signed).endsWith(MAIL);
        assertThat(signed.lines()).allMatch(line -> line.length() <= 90);
    }

    @Test
    void blanksThatServersChangeOnTheWayDoNoHarm() throws Exception {
        var signed = text(sign(MAIL));
        assertThat(verify(signed.replace("First  line \t with", "First line with")
                        .replace("last\r\n\r\n\r\n", "last\r\n")))
                .hasSize(1);
        assertThat(verify(signed.replace("=\r\n =?UTF-8?Q?=E5", "=\r\n\t=?UTF-8?Q?=E5")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Life Funds|From: Other Funds",
                "indented|outdented",
                "unsubscribe/abc|unsubscribe/xyz",
                "Subject: |Subject: Another\r\nSubject: ",
                "To: kim|Reply-To: evil@example.net\r\nTo: kim"
            })
    void whatSomebodyChangesIsSeen(String change) throws Exception {
        var parts = change.split("\\|", 2);
        var altered = text(sign(MAIL)).replace(parts[0], parts[1]);
        assertThatThrownBy(() -> verify(altered)).isInstanceOf(FailException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\ttab  two\r\n\r\n", "a\r\n \r\nb"})
    void oddBodiesAreSignedToo(String body) throws Exception {
        assertThat(verify(text(sign("From: a@example.org\r\nSubject: x\r\n\r\n" + body))))
                .hasSize(1);
    }

    /** RFC 6376 section 3.4.4; the verifier above reads it otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\r\n\r\n", " \r\n"})
    void anEmptyBodyHasTheHashOfNothing(String body) {
        assertThat(text(sign("From: a@example.org\r\nSubject: x\r\n\r\n" + body)))
                .contains("bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;");
    }

    @Test
    void theKeyIsMadeOnceAndItsOwnersAlone() throws Exception {
        var file = folder.resolve("keys/dkim.pem");
        assertThat(DkimKey.loadOrCreate(file).published()).isEqualTo(key.published());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "no key");
        assertThatThrownBy(() -> DkimKey.load(file)).hasMessageContaining("openssl genpkey");
    }

    private byte[] sign(String mail) {
        return new DkimSigner("example.org", "demarche", key).sign(mail.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<SignatureRecord> verify(String mail) throws Exception {
        var verifier = new DKIMVerifier((method, selector, domain) -> {
            assertThat(selector + "._domainkey." + domain).isEqualTo("demarche._domainkey.example.org");
            return List.of("v=DKIM1; k=rsa; p=" + key.published());
        });
        return verifier.verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }
}
