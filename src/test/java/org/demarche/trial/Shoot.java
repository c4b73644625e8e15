package org.demarche.trial;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.demarche.journey.Chromium;

/**
 * Photographs every page that LookTest has rendered, each on one sheet in its four languages side by side: to be looked at.
 * Arguments: folder of pages, folder of sheets, light, dark or print, width in pixels, part of the names (all without).
 */
public final class Shoot {

    private static final List<String> LANGUAGES = List.of("en", "ja", "ko", "zh-Hans");

    private Shoot() {}

    public static void main(String[] args) throws IOException {
        var pages = Path.of(args[0]).toAbsolutePath();
        var sheets = Files.createDirectories(Path.of(args[1]).toAbsolutePath());
        int width = Integer.parseInt(args[3]);
        var names = new TreeSet<String>();
        try (var files = Files.list(pages.resolve("en"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html") && (args.length < 5 || name.contains(args[4])))
                    .forEach(names::add);
        }
        try (var chromium = new Chromium();
                var context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, 800)
                                .setColorScheme(args[2].equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT))) {
            var page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setMedia(args[2].equals("print") ? Media.PRINT : Media.SCREEN)
                    .setColorScheme(args[2].equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
            for (var name : names) {
                var shots = Files.createTempDirectory("shots");
                for (var language : LANGUAGES) {
                    page.setViewportSize(width, 800);
                    page.navigate(pages.resolve(language).resolve(name).toUri().toString());
                    page.screenshot(
                            new Page.ScreenshotOptions().setFullPage(true).setPath(shots.resolve(language + ".png")));
                }
                sheet(page, shots, width, sheets.resolve(args[2] + "-" + width + "-" + name.replace(".html", ".png")));
            }
        }
    }

    private static void sheet(Page page, Path shots, int width, Path to) throws IOException {
        var html = new StringBuilder("<body style='margin:0;display:flex;gap:8px;background:#888;align-items:start'>");
        LANGUAGES.forEach(language -> html.append("<img src='" + language + ".png' width=" + shown(width) + ">"));
        var file = Files.writeString(shots.resolve("sheet.html"), html);
        page.setViewportSize(LANGUAGES.size() * (shown(width) + 8), 100);
        page.navigate(file.toUri().toString());
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(to));
    }

    /** Small enough for four side by side, large enough to be read. */
    private static int shown(int width) {
        return width < 600 ? width * 4 / 5 : width * 2 / 5;
    }
}
