package org.demarche.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.demarche.common.Language;
import org.demarche.common.page.DeskPage;
import org.demarche.signing.MailTemplates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Renders every page in every language, also to {@code target/look}, to be looked at. */
@QuarkusTest
class LookTest {

    private static final Path RESOURCES = Path.of("src/main/resources/META-INF/resources");
    private static final List<String> SCRIPTS =
            List.of("live.js", "count.js", "words.js", "copy.js", "frame.js", "verify.js", "proof.js", "pen.js");
    private static final Path OUT = Path.of("target", "look");
    private static final Pattern VOID = Pattern.compile("<((?:meta|link|input|br|hr|img)\\b[^>]*?)/?>");
    private static final Pattern BARE = Pattern.compile(
            " (checked|selected|disabled|novalidate|autofocus|defer|data-here|data-stays|hidden|readonly|data-sample|data-regions)(?=[ />])");

    @Inject
    Engine engine;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPageIsWellFormedAndInItsLanguage(Language language) throws Exception {
        var folder = Files.createDirectories(OUT.resolve(language.tag()));
        for (var page : SamplePages.in(language).entrySet()) {
            var html = page.getValue().setLocale(language.locale()).render();
            Files.writeString(folder.resolve(page.getKey() + ".html"), relative(html));
            // Data for machines is neither script nor markup.
            html = html.replaceAll("<script type=\"application/ld\\+json\">[^<]*</script>", "");
            assertThat(html)
                    .as(page.getKey())
                    .contains("<html lang=\"" + language.tag() + "\">")
                    .containsPattern("<title>\\S.*</title>")
                    .doesNotContain(" style=", "<style", " onclick", "NOT_FOUND", "Entity(", "{", "\u0000")
                    .doesNotContainPattern("<script(?! src=\"/)")
                    .doesNotContainPattern(
                            "(?<!rel=\"canonical\" |hreflang=\"[\\w-]{2,7}\" )(?:src|href)=\"(?:https?:)?//");
            assertWellFormed(page.getKey(), html);
            assertFieldsAreLabelled(page.getKey(), html);
            assertVariant(page.getKey(), html);
        }
    }

    /** They are plain scripts, which share one room: the later of two functions of one name would take the place of the first. */
    @Test
    void noTwoScriptsOfAPageUseOneName() throws IOException {
        var named = Pattern.compile("(?m)^(?:async )?(?:const|let|function) (\\w+)");
        var names = new ArrayList<String>();
        for (var script : SCRIPTS) {
            named.matcher(Files.readString(RESOURCES.resolve(script))).results().forEach(m -> names.add(m.group(1)));
        }
        assertThat(names).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    @Test
    void deskLightsTheTabAndLetsPeopleOut() throws Exception {
        var desk = engine.parse("{#include desk page=page}<h1>Mailbox</h1>{/include}");
        var html = desk.data("page", new DeskPage("Mailbox", "mailbox", "Aiko Tanabe", "campaigner"))
                .render();
        assertThat(html)
                .contains(
                        "<a href=\"/desk/mailbox\" aria-current=\"page\">", "action=\"/desk/sign-out\"", "Aiko Tanabe")
                .containsOnlyOnce("aria-current");
        assertWellFormed("desk", html);
        Files.writeString(Files.createDirectories(OUT.resolve("desk")).resolve("frame.html"), relative(html));
        assertThat(desk.data("page", new DeskPage("Sign in", "", "", "")).render())
                .doesNotContain("sign-out", "<nav");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void confirmationMailSaysTheSameAsTextAndAsHtml(Language language) throws Exception {
        var folder = Files.createDirectories(OUT.resolve(language.tag()));
        for (var listed : new boolean[] {true, false}) {
            var mail = new SignerSamples(language).mail(listed);
            var text = MailTemplates.confirmationMail(mail)
                    .setVariant(Variant.forContentType(Variant.TEXT_PLAIN))
                    .setLocale(language.locale())
                    .render();
            var html = MailTemplates.confirmationMail(mail)
                    .setVariant(Variant.forContentType(Variant.TEXT_HTML))
                    .setLocale(language.locale())
                    .render();
            Files.writeString(folder.resolve("mail-" + listed + ".txt"), text);
            Files.writeString(folder.resolve("mail-" + listed + ".html"), html);
            assertThat(text).contains(mail.link()).doesNotContain("<", "&");
            assertThat(html).contains("<html lang=\"" + language.tag() + "\">", mail.link());
            var words = html.replaceAll("(?s)<head>.*?</head>", "").replaceAll("<[^>]+>", " ");
            for (var sentence : text.split("\\n")) {
                if (!sentence.isBlank() && !sentence.startsWith("--")) {
                    assertThat(words).contains(sentence.strip());
                }
            }
        }
    }

    /** Our markup is plain enough to be read as XML once void elements and bare attributes are closed. */
    private static void assertWellFormed(String name, String html) throws Exception {
        var xml = VOID.matcher(html.replaceFirst("<!doctype html>", "")).replaceAll("<$1/>");
        xml = BARE.matcher(xml).replaceAll(" $1=\"\"").strip();
        try {
            var factory = DocumentBuilderFactory.newInstance();
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.parse(new java.io.ByteArrayInputStream(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (org.xml.sax.SAXParseException broken) {
            var lines = xml.split("\\n");
            throw new AssertionError(
                    name + ": " + broken.getMessage() + "\n" + lines[broken.getLineNumber() - 1], broken);
        }
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(ids).as(name + ": ids").doesNotHaveDuplicates();
        Pattern.compile("(?:aria-describedby|aria-labelledby|for)=\"([^\"]+)\"|href=\"#([^\"]+)\"")
                .matcher(html)
                .results()
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .forEach(target -> assertThat(ids)
                        .as(name + ": target of a link, label or hint")
                        .contains(target));
    }

    private static void assertVariant(String name, String html) {
        switch (name) {
            case "campaign" -> assertThat(html).contains("href=\"#sign\"", "id=\"sign\"", "safe-passage/letter");
            case "campaign-preview" -> assertThat(html).contains("<button disabled>", "Nothing can be sent from here");
            case "campaign-soon" ->
                assertThat(html)
                        .contains("class=\"notice\"", "/remind?lang=")
                        .doesNotContain("href=\"#sign\"", "name=\"name\"");
            case "campaign-closed" ->
                assertThat(html).contains("class=\"notice\"").doesNotContain("href=\"#sign\"", "<form");
            case "campaign-signed-0" -> assertThat(html).contains("class=\"figure\" hidden", "data-while=\"0\"");
            case "campaign-soon-errors" ->
                assertThat(html).contains("role=\"alert\"", "value=\"hana.mori@example.org\"", "/remind?lang=");
            case "campaign-errors" -> assertThat(html).contains("role=\"alert\"", "&lt;Mori&gt;", "aria-invalid");
            case "my-confirmed" -> assertThat(html).contains("id=\"change\"", "/withdraw");
            case "my-closed" -> assertThat(html).doesNotContain("id=\"change\"").contains("/withdraw");
            case "my-withdrawn" -> assertThat(html).doesNotContain("<form", "example.org\u00A0", "hana.mori");
            case "check-mail" -> assertThat(html).doesNotContain("<form");
            default -> {}
        }
    }

    private static void assertFieldsAreLabelled(String name, String html) {
        Pattern.compile("<(?:input|select|textarea)\\b(?![^>]*type=\"hidden\")[^>]*>")
                .matcher(html)
                .results()
                .map(m -> m.group())
                .forEach(field -> {
                    var id = Pattern.compile(" id=\"([^\"]+)\"").matcher(field);
                    assertThat(id.find()).as(name + ": " + field).isTrue();
                    assertThat(html).as(name).contains("for=\"" + id.group(1) + "\"");
                });
    }

    private static String relative(String html) throws IOException {
        for (var file : Stream.concat(SCRIPTS.stream(), Stream.of("demarche.css", "favicon.svg"))
                .toList()) {
            Files.copy(RESOURCES.resolve(file), OUT.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return html.replaceAll(
                "(href|src)=\"/((?:demarche|live|count|words|copy|frame|verify|proof|pen|favicon)\\.\\w+)(?:\\?\\w+)?\"",
                "$1=\"../$2\"");
    }
}
