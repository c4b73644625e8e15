package org.demarche.pdf;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.openpdf.text.BadElementException;
import org.openpdf.text.Image;

/** The mark of the house, printed where a document says {@code <mark/>}; one file holds it once, however often it stands there. */
public final class Mark {

    private final Image image;
    private final String digest;

    private Mark(Image image, String digest) {
        this.image = image;
        this.digest = digest;
    }

    /** @param png opaque, because paper is white; throws IllegalArgumentException where it is not */
    public static Mark of(byte[] png) {
        try {
            var image = Image.getInstance(png);
            if (image.getImageMask() != null || image.getTransparency() != null) {
                throw new IllegalArgumentException("A mark lets nothing show through");
            }
            return new Mark(image, sha256(png));
        } catch (BadElementException | IOException e) {
            throw new IllegalArgumentException("Not a picture", e);
        }
    }

    private static String sha256(byte[] png) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Image image() {
        return image;
    }

    /** The same picture reads the same: the file's identifier is made of it. */
    @Override
    public String toString() {
        return digest;
    }
}
