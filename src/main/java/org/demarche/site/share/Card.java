package org.demarche.site.share;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.demarche.common.Language;
import org.demarche.pdf.script.Lettering;

/** A corner of the sheet, as messengers show it beside a link: title, organisation, and how it stands. */
final class Card {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int SHEET = 80;
    private static final int LEFT = 168;
    private static final int RIGHT = WIDTH - 96;
    private static final int FOOT = 540;

    /** Four lines at most fit between the sheet's edge and its foot. */
    private static final float[] TITLE_SIZES = {68, 60, 52, 44, 36};

    private static final int TITLE_HEIGHT = 300;

    private static final Color GROUND = new Color(0xf2f3f1);
    private static final Color RULE = new Color(0xd0d4d1);
    private static final Color INK = new Color(0x1b1e22);
    private static final Color SOFT = new Color(0x545a60);
    private static final Color AI = new Color(0x1d3d6f);

    private final BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = picture.createGraphics();
    private final Language language;
    private final Lettering lettering;

    private Card(Language language) {
        this.language = language;
        this.lettering = new Lettering(language.locale());
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    /** A PNG of 1200 by 630 pixels, the size that Open Graph readers ask for. */
    static byte[] png(Language language, String title, String organisation, List<String> standing) {
        var card = new Card(language);
        card.paper();
        card.title(title);
        card.foot(organisation, standing);
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(card.picture, "png", out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            card.pen.dispose();
        }
    }

    private void paper() {
        pen.setColor(GROUND);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.WHITE);
        pen.fillRect(SHEET, SHEET, WIDTH, HEIGHT);
        pen.setColor(RULE);
        pen.fillRect(SHEET, SHEET, WIDTH, 2);
        pen.fillRect(SHEET, SHEET, 2, HEIGHT);
    }

    private void title(String title) {
        pen.setColor(INK);
        for (var size : TITLE_SIZES) {
            var lines = lines(title, size);
            float height = lines.size() * size * leading();
            if (height <= TITLE_HEIGHT || size == TITLE_SIZES[TITLE_SIZES.length - 1]) {
                float y = SHEET + 70;
                for (var line : lines.subList(0, Math.min(lines.size(), (int) (TITLE_HEIGHT / (size * leading()))))) {
                    y += size * leading();
                    line.draw(pen, LEFT, y);
                }
                return;
            }
        }
    }

    private float leading() {
        return language == Language.EN ? 1.18f : 1.4f;
    }

    private List<TextLayout> lines(String text, float size) {
        var styled = lettering.set(text, size).getIterator();
        var measurer = new LineBreakMeasurer(
                styled, BreakIterator.getLineInstance(language.locale()), pen.getFontRenderContext());
        var lines = new ArrayList<TextLayout>();
        while (measurer.getPosition() < styled.getEndIndex()) {
            int from = measurer.getPosition();
            int to = afterPause(text, from, measurer.nextOffset(RIGHT - LEFT));
            lines.add(measurer.nextLayout(RIGHT - LEFT, to, false));
        }
        return lines;
    }

    /** Where words are not parted, a line that would end within one ends at the last comma of its second half. */
    private int afterPause(String text, int from, int to) {
        if (language == Language.EN || language == Language.KO || to == text.length()) {
            return to;
        }
        for (int end = to; end > (from + to) / 2; end--) {
            if ("、，。：".indexOf(text.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return to;
    }

    /** The mark, and beside it whose letter it is and how it stands. */
    private void foot(String organisation, List<String> standing) {
        pen.setColor(AI);
        pen.fillRect(LEFT, FOOT, 46, 4);
        var stroke = new Path2D.Float();
        stroke.moveTo(LEFT + 14, FOOT - 7);
        stroke.lineTo(LEFT + 29, FOOT - 38);
        stroke.lineTo(LEFT + 39, FOOT - 33);
        stroke.lineTo(LEFT + 18, FOOT - 6);
        stroke.closePath();
        pen.fill(stroke);
        pen.setColor(INK);
        line(organisation, 30, FOOT - 52);
        pen.setColor(SOFT);
        float y = FOOT - 8;
        for (var words : standing) {
            line(words, 27, y);
            y += 40;
        }
    }

    private void line(String words, float size, float y) {
        if (!words.isBlank()) {
            var line = new TextLayout(lettering.set(words, size).getIterator(), pen.getFontRenderContext());
            line.draw(pen, LEFT + 76, y);
        }
    }
}
