package org.demarche.pdf.script;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.openpdf.text.pdf.BaseFont;

/** One font file, read at first use and then shared, unchanged, by all threads. */
final class Face {
    /** OpenPDF draws the six letters before an embedded font's name from here; they must be the same every time. */
    private static final SecureRandom SAME_PREFIX = new SecureRandom() {
        @Override
        public double nextDouble() {
            return 0;
        }
    };

    private final String file;
    private final Set<UnicodeScript> scripts;
    private volatile Loaded loaded;
    private volatile Font shaping;

    private record Loaded(byte[] bytes, Sfnt sfnt, BaseFont base, int[] owners, BitSet plain) {}

    /** A face of the classpath folder /fonts, meant for these scripts. */
    Face(String file, UnicodeScript first, UnicodeScript... more) {
        this.file = file;
        this.scripts = EnumSet.of(first, more);
    }

    boolean isFor(UnicodeScript script) {
        return scripts.contains(script);
    }

    boolean isBold() {
        return file.endsWith("-Bold.ttf");
    }

    BaseFont base() {
        return loaded().base;
    }

    Sfnt sfnt() {
        return loaded().sfnt;
    }

    /** Whether a glyph exists for the code point. */
    boolean has(int codePoint) {
        return loaded().sfnt.glyph(codePoint) != 0;
    }

    /** Whether the code point may be shown as text as it is: own glyph, no shaping, and extracted as itself. */
    boolean isPlain(int codePoint) {
        return loaded().plain.get(codePoint);
    }

    /** Whether every visible character of the text has a glyph here. */
    boolean covers(String text) {
        return text.codePoints().allMatch(c -> has(c) || Scripts.isIgnorable(c));
    }

    /** The code point that this glyph is extracted as, or -1 if the glyph belongs to none. */
    int owner(int glyph) {
        return loaded().owners[glyph];
    }

    /** The same font for the JDK's shaping engine, at 1000 units to the em. */
    Font shaping() {
        if (shaping == null) {
            synchronized (this) {
                if (shaping == null) shaping = forShaping();
            }
        }
        return shaping;
    }

    private Font forShaping() {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(loaded().bytes))
                    .deriveFont(1000f);
        } catch (FontFormatException e) {
            throw new IllegalStateException("Not a TrueType font: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Loaded loaded() {
        if (loaded == null) {
            synchronized (this) {
                if (loaded == null) loaded = load();
            }
        }
        return loaded;
    }

    private Loaded load() {
        try (var stream = Face.class.getResourceAsStream("/fonts/" + file)) {
            if (stream == null) throw new IllegalStateException("No font " + file + " on the classpath");
            var bytes = stream.readAllBytes();
            var base = BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
            base.setIncludeCidSet(false);
            base.setSecureRandom(SAME_PREFIX);
            var sfnt = new Sfnt(bytes);
            var owners = owners(sfnt, isFor(UnicodeScript.HAN));
            var plain = new BitSet();
            sfnt.forEachCodePoint(c -> plain.set(c, owners[sfnt.glyph(c)] == c && Scripts.isSimple(c)));
            return new Loaded(bytes, sfnt, base, owners, plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] owners(Sfnt sfnt, boolean eastAsian) {
        var owners = new int[sfnt.glyphCount()];
        Arrays.fill(owners, -1);
        sfnt.forEachCodePoint(c -> {
            int glyph = sfnt.glyph(c);
            int owner = owners[glyph];
            if (owner < 0 || Scripts.rank(c, eastAsian) < Scripts.rank(owner, eastAsian)) owners[glyph] = c;
        });
        return owners;
    }
}
