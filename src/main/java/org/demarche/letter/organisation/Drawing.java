package org.demarche.letter.organisation;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Draws an uploaded picture onto a fresh canvas: nothing of the file is kept but its points, no place and no camera. */
final class Drawing {

    private static final long BYTES_MAX = 5L << 20;
    /** A picture of a few kilobytes may claim to be as large as the memory. */
    private static final int SIDE_MAX = 4_000;
    /** Twice what is shown, for fine screens and paper. */
    private static final int WIDTH = 480;

    private static final int HEIGHT = 160;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

    private Drawing() {}

    /** @throws IOException where it is no picture, or too large */
    static byte[] anew(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new IOException("too large");
        }
        var read = read(Files.readAllBytes(file));
        double scale = Math.min(1, Math.min((double) WIDTH / read.getWidth(), (double) HEIGHT / read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = canvas.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(read, 0, 0, width, height, null);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(canvas, "png", out);
        return out.toByteArray();
    }

    /** The same as it stands on white paper: opaque, so that no printer and no archive has to mix colours. */
    static byte[] onPaper(byte[] png) {
        try {
            var drawn = read(png);
            var canvas = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_RGB);
            var pen = canvas.createGraphics();
            pen.drawImage(drawn, 0, 0, Color.WHITE, null);
            pen.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(canvas, "png", out);
            return out.toByteArray();
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private static BufferedImage read(byte[] bytes) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))
                        || reader.getWidth(0) > SIDE_MAX
                        || reader.getHeight(0) > SIDE_MAX) {
                    throw new IOException("not this kind, or too large");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    static Dimension size(byte[] png) {
        try {
            var image = read(png);
            return new Dimension(image.getWidth(), image.getHeight());
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }
}
