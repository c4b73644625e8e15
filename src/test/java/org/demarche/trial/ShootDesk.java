package org.demarche.trial;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.journey.Chromium;

/**
 * Photographs each kind of page of a running desk, as one member of staff finds them by its links, and names what reaches
 * beyond the window. Arguments: address of the house, mailbox, password, folder of photographs, width in pixels.
 */
public final class ShootDesk {

    private static final String LINKS =
            "() => [...document.querySelectorAll('a[href^=\"/desk\"]')].map(a => a.getAttribute('href').split('#')[0])";

    /** What lies in a box that scrolls by itself is within reach. */
    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('main *, header *, aside *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                    && e.getBoundingClientRect().width > 1 && !e.closest('.scroll, .sheet, svg, select'))
                .map(e => e.tagName + '.' + e.className).slice(0, 5)""";

    private ShootDesk() {}

    public static void main(String[] args) throws IOException {
        var base = args[0];
        var folder = Files.createDirectories(Path.of(args[3]));
        try (var chromium = new Chromium();
                var context = chromium.browser()
                        .newContext(new Browser.NewContextOptions().setViewportSize(Integer.parseInt(args[4]), 844))) {
            var page = context.newPage();
            page.navigate(base + "/desk");
            page.locator("#email").fill(args[1]);
            page.locator("#password").fill(args[2]);
            page.locator("form[action$='/sign-in'] button").click();
            page.locator("nav[aria-label=Desk]").waitFor();
            var kinds = new HashSet<String>();
            var waiting = new ArrayDeque<>(List.of("/desk"));
            while (!waiting.isEmpty()) {
                var path = waiting.poll();
                if (kinds.add(kind(path))) {
                    photograph(page, base + path, folder.resolve(kind(path) + ".png"));
                    links(page).forEach(waiting::add);
                }
            }
        }
    }

    /** Pages of one kind differ by what they are about. */
    private static String kind(String path) {
        return path.replaceAll("\\?.*", "")
                .replaceAll("(?<=/(campaigns|figures|exports|signatures|comments|sheets|links|news)/)[^/]+", "x")
                .replaceAll("(?<=/(missions|mailbox|staff|letters|carry|handovers)/)[^/]+", "x")
                .replaceAll("(?<=/x/)[0-9a-f-]{36}", "x")
                .replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static void photograph(Page page, String address, Path file) {
        try {
            var answer = page.navigate(address);
            if (answer == null || !answer.headerValue("content-type").startsWith("text/html")) {
                return;
            }
        } catch (PlaywrightException download) {
            System.out.println(address + ": no page");
            return;
        }
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        System.out.println(address + " " + page.evaluate(TOO_WIDE));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> links(Page page) {
        return new HashSet<>((List<String>) page.evaluate(LINKS));
    }
}
