package org.demarche.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demarche.common.Language;
import org.demarche.journey.Chromium;
import org.demarche.staff.Colleague;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page for everybody: axe finds nothing, and nothing runs out of a narrow or magnified screen. */
@QuarkusTest
class AccessTest {

    /** Wider than the window, as pixels; the names of the widest elements help to find it. */
    private static final String OVERFLOW = """
            () => {
              const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              if (wide <= 0) return '';
              const out = [...document.querySelectorAll('body *')]
                  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                      || e.getBoundingClientRect().left < -1)
                  .filter(e => !e.closest('.trap, .skip, .hide, .scroll'))
                  .map(e => e.tagName + '.' + e.className).slice(0, 4);
              return wide + ' px by ' + out.join(', ');
            }""";

    /** Buttons, fields and links that stand alone and are smaller than a fingertip (WCAG 2.5.8 asks for 24). */
    private static final String SMALL_TARGETS = """
            () => [...document.querySelectorAll('button, .button, select, input:not([type=hidden]), textarea, .langs a, .foot a, summary')]
                .filter(e => e.offsetParent && !e.closest('.trap'))
                .map(e => [e, (e.closest('label') ?? e).getBoundingClientRect()])
                .filter(([e, box]) => box.height < 32 || box.width < 24)
                .map(([e, box]) => e.outerHTML.slice(0, 80) + ' ' + box.width + 'x' + box.height)""";

    @TestHTTPResource("/")
    URI site;

    private static Chromium chromium;

    @BeforeAll
    static void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void axeFindsNothingOnAnyPublicPage(Language language) {
        var html = rendered(language);
        var found = new ArrayList<String>();
        try (var context = context(1280)) {
            var page = context.newPage();
            for (var name : html.keySet()) {
                show(page, name, html);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                add(found, name, Axe.findings(page));
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                add(found, name + " in the dark", Axe.ofColours(page));
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPublicPageFitsNarrowMagnifiedAndMirroredScreens(Language language) {
        var html = rendered(language);
        var found = new ArrayList<String>();
        // 320 px is also what 400 % leaves of a window of 1280.
        try (var context = context(320)) {
            var page = context.newPage();
            for (var name : html.keySet()) {
                show(page, name, html);
                addOverflow(found, name, page);
                @SuppressWarnings("unchecked")
                var small = (List<String>) page.evaluate(SMALL_TARGETS);
                add(found, name + " is hard to hit", small);
                page.evaluate("() => document.documentElement.dir = 'rtl'");
                addOverflow(found, name + " from right to left", page);
                page.evaluate(
                        "() => { document.documentElement.dir = ''; document.documentElement.style.fontSize = '200%'; }");
                addOverflow(found, name + " with text twice as large", page);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void axeFindsNothingAtTheDesk() {
        var found = new ArrayList<String>();
        try (var samples = new DeskSamples()) {
            try (var context = signedIn(samples.admin)) {
                var page = context.newPage();
                samples.pages().forEach(path -> lookAt(page, path, path, found));
            }
            try (var context = signedIn(samples.coordinator)) {
                lookAt(context.newPage(), "/desk/my-mission/of-a-coordinator", "/desk/my-mission", found);
            }
            try (var context = context(1280)) {
                var page = context.newPage();
                samples.waysIn().forEach((name, path) -> lookAt(page, name, path, found));
            }
        }
        assertThat(found).isEmpty();
    }

    private BrowserContext signedIn(Colleague colleague) {
        var context = context(1280);
        context.addCookies(List.of(new Cookie("desk", colleague.session()).setUrl(site.toString())));
        return context;
    }

    private void lookAt(Page page, String name, String path, List<String> found) {
        var answer = page.navigate(site.resolve(path).toString());
        if (!answer.ok() || !answer.url().endsWith(path)) {
            found.add(name + ": " + answer.status() + " at " + answer.url());
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        add(found, name, Axe.findings(page));
        shoot(page, name, 1280);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        add(found, name + " in the dark", Axe.ofColours(page));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 844);
        shoot(page, name, 390);
        page.setViewportSize(320, 640);
        addOverflow(found, name, page);
        page.setViewportSize(1280, 900);
    }

    /** To be looked at, in {@code target/look/desk}. */
    private static void shoot(Page page, String path, int width) {
        var name =
                path.substring(1).replaceAll("[0-9a-f-]{36}", "id").replaceAll("[^a-z-]+", "_") + "-" + width + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target", "look", "desk", name))
                .setFullPage(true));
    }

    private BrowserContext context(int width) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setBypassCSP(true));
    }

    /** Errors differ in their words alone; two of them stand for all. */
    private static Map<String, String> rendered(Language language) {
        var html = new TreeMap<String, String>();
        SamplePages.in(language).forEach((name, page) -> {
            if (!name.startsWith("error-") || name.matches("error-(404|500)")) {
                html.put(name, page.setLocale(language.locale()).render());
            }
        });
        return html;
    }

    /** The sample at an address of the running site, which lends it style sheet and script. */
    private void show(Page page, String name, Map<String, String> html) {
        var address = site.resolve("/look/" + name).toString();
        page.unrouteAll();
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html;charset=UTF-8")
                        .setBody(html.get(name))));
        page.navigate(address);
    }

    private static void addOverflow(List<String> found, String name, Page page) {
        var wide = (String) page.evaluate(OVERFLOW);
        if (!wide.isEmpty()) {
            found.add(name + " is too wide: " + wide);
        }
    }

    private static void add(List<String> found, String name, List<String> more) {
        more.forEach(one -> found.add(name + ": " + one));
    }
}
