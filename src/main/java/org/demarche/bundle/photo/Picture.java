package org.demarche.bundle.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import org.demarche.common.BadInput;

/**
 * A photograph of which only the points are left: it is drawn anew, upright and no larger than a page needs, so that no
 * place, time, camera or thumbnail is in the file.
 *
 * @param jpeg the file
 */
record Picture(byte[] jpeg, int width, int height) {

    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    /** A decoded point takes four bytes. */
    private static final long POINTS_MAX = 24_000_000;

    private static final int SIDE = 1_600;
    private static final double QUALITY = 0.85;

    /** A face blurred to so many squares a side is nobody's face. */
    private static final int SQUARES = 4;

    /** @throws BadInput where it is neither JPEG nor PNG, is too large, or cannot be read */
    static Picture of(byte[] file) {
        try {
            var drawn = Thumbnails.of(new ByteArrayInputStream(file)).imageType(BufferedImage.TYPE_INT_RGB);
            int longest = longestSide(file);
            return written((longest > SIDE ? drawn.size(SIDE, SIDE) : drawn.scale(1)).asBufferedImage());
        } catch (IOException | RuntimeException e) {
            if (e instanceof BadInput bad) throw bad;
            throw new BadInput("photo", "this picture cannot be read; save it as JPEG or PNG and try again");
        }
    }

    /** Size and kind are read from the head of the file, before anything is unpacked. */
    private static int longestSide(byte[] file) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new BadInput("photo", "JPEG or PNG, please; phones can save as either");
            var reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
                    throw new BadInput("photo", "JPEG or PNG, please; phones can save as either");
                }
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > POINTS_MAX) {
                    throw new BadInput("photo", "at most 24 megapixels");
                }
                return Math.max(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }

    /** The same with a square made unrecognisable; all in per cent of the picture's width and height, size of its width. */
    Picture blurred(double centreX, double centreY, double size) {
        try {
            var image = read(new ByteArrayInputStream(jpeg));
            int side = (int) Math.max(SQUARES, width * size / 100);
            int left = (int) (width * centreX / 100) - side / 2;
            int top = (int) (height * centreY / 100) - side / 2;
            int step = Math.ceilDiv(side, SQUARES);
            for (int x = left; x < left + side; x += step) {
                for (int y = top; y < top + side; y += step) flatten(image, x, y, step);
            }
            return written(image);
        } catch (IOException e) {
            throw new IllegalStateException("a picture of ours cannot be read", e);
        }
    }

    private static void flatten(BufferedImage image, int left, int top, int side) {
        long red = 0;
        long green = 0;
        long blue = 0;
        int points = 0;
        int right = Math.min(image.getWidth(), left + side);
        int bottom = Math.min(image.getHeight(), top + side);
        for (int x = Math.max(0, left); x < right; x++) {
            for (int y = Math.max(0, top); y < bottom; y++) {
                int rgb = image.getRGB(x, y);
                red += rgb >> 16 & 0xff;
                green += rgb >> 8 & 0xff;
                blue += rgb & 0xff;
                points++;
            }
        }
        if (points == 0) return;
        int mean = new Color((int) (red / points), (int) (green / points), (int) (blue / points)).getRGB();
        for (int x = Math.max(0, left); x < right; x++) {
            for (int y = Math.max(0, top); y < bottom; y++) image.setRGB(x, y, mean);
        }
    }

    private static BufferedImage read(InputStream in) throws IOException {
        return ImageIO.read(in);
    }

    private static Picture written(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(out);
        return new Picture(out.toByteArray(), image.getWidth(), image.getHeight());
    }
}
