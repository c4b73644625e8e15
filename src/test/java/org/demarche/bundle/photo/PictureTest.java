package org.demarche.bundle.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.demarche.common.BadInput;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void whatACameraWroteBesideThePictureIsGoneAndThePictureStandsUpright() throws IOException {
        var picture = Picture.of(photographed(300, 200));
        assertThat(new String(picture.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS 43.06 141.35");
        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).isEqualTo(300);
    }

    @Test
    void aLargePhotographIsMadeAsLargeAsAPageNeeds() throws IOException {
        var picture = Picture.of(file(noise(4000, 1000), "png"));
        assertThat(picture.width()).isEqualTo(1600);
        assertThat(picture.height()).isEqualTo(400);
    }

    @Test
    void aBlurredFaceIsAFewSquaresAndTheRestStays() throws IOException {
        var before = Picture.of(file(noise(400, 400), "png"));
        var after = before.blurred(50, 50, 40);
        var image = ImageIO.read(new ByteArrayInputStream(after.jpeg()));
        assertThat(shades(image, 130, 130, 20)).isLessThan(shades(image, 10, 10, 20) / 4);
        assertThat(image.getWidth()).isEqualTo(400);
    }

    @Test
    void aBlurAtTheEdgeStaysWithinThePicture() throws IOException {
        assertThat(Picture.of(file(noise(100, 50), "png")).blurred(100, 0, 30).width())
                .isEqualTo(100);
    }

    @Test
    void whatIsNeitherJpegNorPngIsRefusedWithWords() {
        for (var file : new byte[][] {
            "GIF89a".getBytes(StandardCharsets.US_ASCII),
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
            {},
            new byte[10_000]
        }) {
            assertThatThrownBy(() -> Picture.of(file))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("photo");
        }
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsRefusedBeforeItIsUnpacked() {
        assertThatThrownBy(() -> Picture.of(bomb()))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems().getFirst().message()).contains("megapixels"));
    }

    /** A JPEG with place and orientation, as phones write it: turned by 90 degrees (Exif 2.3, orientation 6). */
    static byte[] photographed(int width, int height) throws IOException {
        var plain = file(noise(width, height), "jpg");
        var note = "GPS 43.06 141.35".getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(26 + note.length)
                .put("MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0)
                .put(note)
                .array();
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1});
        out.write(ByteBuffer.allocate(2).putShort((short) (2 + 6 + tiff.length)).array());
        out.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.write(tiff);
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    /** A PNG whose head announces 900 megapixels. */
    private static byte[] bomb() {
        var head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(30_000)
                .putInt(30_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var crc = new CRC32();
        crc.update(head);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .putLong(0x89504e470d0a1a0aL)
                .putInt(13)
                .put(head)
                .putInt((int) crc.getValue())
                .array();
    }

    private static BufferedImage noise(int width, int height) {
        var random = new Random(7);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)).getRGB());
            }
        }
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int shades(BufferedImage image, int left, int top, int side) {
        var shades = new HashSet<Integer>();
        for (int x = left; x < left + side; x++) {
            for (int y = top; y < top + side; y++) shades.add(image.getRGB(x, y));
        }
        return shades.size();
    }
}
