package org.demarche.mail.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports as many mail systems write them, in src/test/resources/bounces: {@code name.KIND.status.eml}. */
@Tag("quick")
class IncomingReaderTest {

    private static final Path CORPUS = Path.of("src/test/resources/bounces");

    static List<String> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void eachSystemIsUnderstood(String name) throws Exception {
        var incoming = IncomingReader.read(bytes(name));
        var expected = name.substring(name.indexOf('.') + 1, name.length() - ".eml".length())
                .split("\\.", 2);
        assertThat(incoming.kind().name()).isEqualTo(expected[0]);
        if (!expected[1].isEmpty()) {
            assertThat(incoming.status()).isEqualTo(expected[1]);
        }
        assertThat(incoming.marks()).anyMatch(mark -> mark.contains("MARK"));
    }

    @Test
    void aStandardReportNamesItsRecipients() throws Exception {
        var incoming = IncomingReader.read(bytes("postfix-unknown.FAILED.5.1.1.eml"));
        assertThat(incoming.recipients()).containsOnly("gone@example.net");
        assertThat(incoming.words()).startsWith("550 5.1.1").contains("User unknown");
        assertThat(incoming.marks()).contains("MARK");
    }

    @Test
    void phrasesNeverGiveACodeThatSilencesAMailbox() throws Exception {
        for (var phrase : List.of("user unknown", "no such mailbox", "Unknown Recipient", "存在しません")) {
            assertThat(StatusWords.of(phrase))
                    .hasValueSatisfying(code -> assertThat(code).doesNotStartWith("5.1."));
        }
    }

    @Test
    void addressesAndVersionsAreNoStatus() {
        assertThat(StatusWords.of("from 192.0.2.5 via 5.1.1.9 and mailer 14.5.1.1"))
                .isEmpty();
    }

    @Test
    void whateverIsBrokenIsRead() throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20260910);
        for (var name : corpus()) {
            var whole = bytes(name);
            for (int i = 0; i < 25; i++) {
                var broken = whole.clone();
                for (int n = 0; n < 12; n++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(IncomingReader.read(java.util.Arrays.copyOf(broken, random.nextInt(broken.length))))
                            .isNotNull();
                } catch (jakarta.mail.MessagingException | IOException readable) {
                    // For a person, then.
                }
            }
        }
    }

    private static byte[] bytes(String name) throws IOException {
        // Byte for byte: some are in the charsets of their countries.
        return Files.readString(CORPUS.resolve(name), StandardCharsets.ISO_8859_1)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
