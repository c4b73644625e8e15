package org.demarche.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.bundle.carry.CarryMessages;
import org.demarche.bundle.handover.HandoverMessages;
import org.demarche.bundle.print.PaperMessages;
import org.demarche.bundle.verify.VerifyMessages;
import org.demarche.delivery.DeliveryMessages;
import org.demarche.signing.MailMessages;
import org.demarche.signing.SignProblems;
import org.demarche.signing.SigningMessages;
import org.demarche.signing.letters.LetterMessages;
import org.demarche.signing.opening.OpeningMessages;
import org.demarche.signing.page.CampaignMessages;
import org.demarche.signing.page.ConfirmMessages;
import org.demarche.signing.page.LedgerMessages;
import org.demarche.signing.page.MyMessages;
import org.demarche.signing.sheets.SheetMessages;
import org.demarche.site.share.ShareMessages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists in every language, and none is left that nobody says. */
@Tag("quick")
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Map<String, Predicate<String>> SCRIPTS = Map.of(
            "ja", Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]").asPredicate(),
            "ko", Pattern.compile("\\p{IsHangul}").asPredicate(),
            "zh-Hans", Pattern.compile("\\p{IsHan}").asPredicate());
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    static List<Class<?>> bundles() {
        return List.of(
                SiteMessages.class,
                ShareMessages.class,
                AboutMessages.class,
                PrivacyMessages.class,
                CampaignMessages.class,
                SigningMessages.class,
                SignProblems.class,
                ConfirmMessages.class,
                MyMessages.class,
                LedgerMessages.class,
                LetterMessages.class,
                MailMessages.class,
                DeliveryMessages.class,
                CarryMessages.class,
                HandoverMessages.class,
                VerifyMessages.class,
                PaperMessages.class,
                OpeningMessages.class,
                SheetMessages.class);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyLanguageSaysEverySentence(Class<?> bundle) throws IOException {
        var keys = Arrays.stream(bundle.getMethods()).map(Method::getName).collect(Collectors.toSet());
        for (var tag : SCRIPTS.keySet()) {
            var words = load(name(bundle), tag);
            assertThat(words.stringPropertyNames()).as(name(bundle) + "_" + tag).isEqualTo(keys);
            for (var method : bundle.getMethods()) {
                var said = words.getProperty(method.getName());
                var english = method.getAnnotation(Message.class).value();
                var as = name(bundle) + "_" + tag + ":" + method.getName();
                assertThat(said).as(as).isNotBlank().doesNotContain("!", "！");
                if (LETTER.matcher(PARAMETER.matcher(said).replaceAll("")).find()) {
                    assertThat(said).as(as).matches(SCRIPTS.get(tag));
                }
                assertThat(english).as(as).doesNotContain("!");
                assertThat(parameters(said)).as(as).isEqualTo(parameters(english));
            }
        }
    }

    @Test
    void noFileIsLeftOver() throws IOException {
        var expected = bundles().stream()
                .flatMap(b -> SCRIPTS.keySet().stream().map(tag -> name(b) + "_" + tag + ".properties"))
                .collect(Collectors.toSet());
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceIsSaidSomewhere(Class<?> bundle) {
        if (bundle == SignProblems.class) {
            return; // said by the rules of the form, in Java
        }
        var pages = read(Path.of("templates"), ".html") + read(Path.of("templates"), ".txt");
        var code = read(Path.of("src/main/java"), ".java");
        var silent = Arrays.stream(bundle.getMethods())
                .map(Method::getName)
                .filter(key -> !Pattern.compile("\\b(?:" + name(bundle) + ":|words\\.)" + key + "\\b")
                        .matcher(pages)
                        .find())
                .filter(key -> !saidInCode(bundle, key).matcher(code).find())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(silent).as(name(bundle)).isEmpty();
    }

    /** As {@code Wording.of(Bundle.class, …).key(}, {@code words.key(} or {@code Bundle::key}. */
    private static Pattern saidInCode(Class<?> bundle, String key) {
        var name = bundle.getSimpleName();
        return Pattern.compile("(?:Wording\\.of\\(" + name + "\\.class[^;]*|\\bwords(?:\\(\\))?)\\s*\\." + key
                + "\\(|\\b" + name + "::" + key + "\\b");
    }

    private static TreeSet<String> parameters(String sentence) {
        return PARAMETER
                .matcher(sentence)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Class<?> bundle) {
        return bundle.getAnnotation(MessageBundle.class).value();
    }

    private static Properties load(String name, String tag) throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve(name + "_" + tag + ".properties"))) {
            words.load(in);
        }
        return words;
    }

    private static String read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending))
                    .map(MessagesTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
