package org.demarche.pdf.script;

import static java.lang.Character.UnicodeScript.*;

import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openpdf.text.pdf.BaseFont;

/**
 * All faces of the house, one set for the application, and the families that style sheets may name: {@code Letter},
 * {@code Letter-ja}, {@code Letter-ko}, {@code Letter-zh}, {@code Letter-rtl}, {@code Sans} and {@code Mono}.
 */
public final class Faces {
    static {
        beforeFirstUseOfAwt();
    }

    private static final Face SERIF = new Face("NotoSerif-Regular.ttf", LATIN, GREEK, CYRILLIC, COMMON, INHERITED);
    private static final Face BOLD = new Face("NotoSerif-Bold.ttf", LATIN, GREEK, CYRILLIC, COMMON, INHERITED);
    private static final Face ITALIC = new Face("NotoSerif-Italic.ttf", LATIN, GREEK, CYRILLIC, COMMON, INHERITED);
    private static final Face SANS = new Face("NotoSans-Regular.ttf", LATIN, GREEK, CYRILLIC, COMMON, INHERITED);
    private static final Face MONO = new Face("NotoSansMono-Regular.ttf", LATIN, COMMON);
    private static final Face JA = new Face("NotoSerifJP-Regular.ttf", HAN, HIRAGANA, KATAKANA, COMMON);
    private static final Face KO = new Face("NotoSerifKR-Regular.ttf", HANGUL, HAN, COMMON);
    private static final Face ZH = new Face("NotoSerifSC-Regular.ttf", HAN, BOPOMOFO, COMMON);
    private static final Face RARE_HANGUL = new Face("NotoSansKR-Rest.ttf", HANGUL);
    private static final Face RARE_HAN = new Face("NotoSansSC-Rest.ttf", HAN);
    private static final Face ARABIC_FACE = new Face("NotoNaskhArabic-Regular.ttf", ARABIC);
    static final Face EMOJI = new Face("NotoEmoji-Regular.ttf", COMMON, INHERITED);

    private static final List<Face> OTHERS = List.of(
            ARABIC_FACE,
            new Face("NotoSerifHebrew-Regular.ttf", HEBREW),
            new Face("NotoSerifThai-Regular.ttf", THAI),
            new Face("NotoSerifLao-Regular.ttf", LAO),
            new Face("NotoSerifMyanmar-Regular.ttf", MYANMAR),
            new Face("NotoSerifKhmer-Regular.ttf", KHMER),
            new Face("NotoSerifTibetan-Regular.ttf", TIBETAN),
            new Face("NotoSerifDevanagari-Regular.ttf", DEVANAGARI),
            new Face("NotoSerifBengali-Regular.ttf", BENGALI),
            new Face("NotoSerifTamil-Regular.ttf", TAMIL),
            new Face("NotoSerifTelugu-Regular.ttf", TELUGU),
            new Face("NotoSerifKannada-Regular.ttf", KANNADA),
            new Face("NotoSerifMalayalam-Regular.ttf", MALAYALAM),
            new Face("NotoSerifGujarati-Regular.ttf", GUJARATI),
            new Face("NotoSerifGurmukhi-Regular.ttf", GURMUKHI),
            new Face("NotoSerifSinhala-Regular.ttf", SINHALA),
            new Face("NotoSansOriya-Regular.ttf", ORIYA),
            new Face("NotoSerifGeorgian-Regular.ttf", GEORGIAN),
            new Face("NotoSerifArmenian-Regular.ttf", ARMENIAN),
            new Face("NotoSerifEthiopic-Regular.ttf", ETHIOPIC),
            new Face("NotoSansMongolian-Regular.ttf", MONGOLIAN),
            new Face("NotoSansSyriac-Regular.ttf", SYRIAC),
            new Face("NotoSansThaana-Regular.ttf", THAANA),
            new Face("NotoSansNKo-Regular.ttf", NKO),
            new Face("NotoSansAdlam-Regular.ttf", ADLAM),
            new Face("NotoSansHanifiRohingya-Regular.ttf", HANIFI_ROHINGYA),
            new Face("NotoSansTifinagh-Regular.ttf", TIFINAGH),
            new Face("NotoSansCherokee-Regular.ttf", CHEROKEE),
            new Face("NotoSansCanadianAboriginal-Regular.ttf", CANADIAN_ABORIGINAL),
            new Face("NotoSansOlChiki-Regular.ttf", OL_CHIKI),
            new Face("NotoSansMeeteiMayek-Regular.ttf", MEETEI_MAYEK),
            new Face("NotoSansChakma-Regular.ttf", CHAKMA),
            new Face("NotoSansVai-Regular.ttf", VAI),
            new Face("NotoSansYi-Regular.ttf", YI),
            new Face("NotoSansBamum-Regular.ttf", BAMUM),
            new Face("NotoSansLisu-Regular.ttf", LISU),
            new Face("NotoSansOsage-Regular.ttf", OSAGE),
            new Face("NotoSansJavanese-Regular.ttf", JAVANESE),
            new Face("NotoSansBalinese-Regular.ttf", BALINESE),
            new Face("NotoSansSundanese-Regular.ttf", SUNDANESE),
            new Face("NotoSansBatak-Regular.ttf", BATAK),
            new Face("NotoSansCham-Regular.ttf", CHAM),
            new Face("NotoSansTaiLe-Regular.ttf", TAI_LE),
            new Face("NotoSansNewTaiLue-Regular.ttf", NEW_TAI_LUE),
            new Face("NotoSansTaiTham-Regular.ttf", TAI_THAM),
            new Face("NotoSansLepcha-Regular.ttf", LEPCHA),
            new Face("NotoSansLimbu-Regular.ttf", LIMBU),
            new Face("NotoSansCoptic-Regular.ttf", COPTIC),
            new Face("NotoSansGothic-Regular.ttf", GOTHIC),
            new Face("NotoSansRunic-Regular.ttf", RUNIC),
            new Face("NotoSansSymbols-Regular.ttf", COMMON, INHERITED),
            new Face("NotoSansSymbols2-Regular.ttf", COMMON, INHERITED),
            new Face("NotoSansMath-Regular.ttf", COMMON),
            EMOJI);

    private static final Map<String, List<Typeface>> FAMILIES = Map.of(
            "Letter", List.of(latin(SERIF), latin(BOLD), latin(ITALIC)),
            "Letter-ja", List.of(face(JA, SERIF, JA, ZH, KO)),
            "Letter-ko", List.of(face(KO, SERIF, KO, JA, ZH)),
            "Letter-zh", List.of(face(ZH, SERIF, ZH, JA, KO)),
            "Letter-rtl", List.of(new Typeface(ARABIC_FACE, helpers(SERIF, JA, ZH, KO), true)),
            "Sans", List.of(face(SANS, SANS, JA, ZH, KO)),
            "Mono", List.of(face(MONO, SANS, JA, ZH, KO)));

    private static final Map<BaseFont, Typeface> BY_BASE = new ConcurrentHashMap<>();

    private Faces() {}

    /** A font of a family, and which of the wishes it fulfils by its own drawing. */
    public record Cut(BaseFont font, boolean bold, boolean italic) {}

    /** The font of a family that comes nearest, read now if it was not; empty if the house has no such family. */
    public static Optional<Cut> cut(String family, boolean bold, boolean italic) {
        var typefaces = FAMILIES.get(family);
        if (typefaces == null) return Optional.empty();
        int index = typefaces.size() == 1 ? 0 : bold ? 1 : italic ? 2 : 0;
        var base = typefaces.get(index).primary().base();
        BY_BASE.putIfAbsent(base, typefaces.get(index));
        return Optional.of(new Cut(base, index == 1, index == 2));
    }

    /** The family's upright font for the JDK's own drawing, at 1000 units to the em. */
    static Font shaping(String family) {
        return FAMILIES.get(family).getFirst().primary().shaping();
    }

    /** The typeface that a font leads; null for a font that is none of ours. */
    static Typeface typeface(BaseFont base) {
        return BY_BASE.get(base);
    }

    private static Typeface latin(Face primary) {
        return face(primary, SERIF, JA, ZH, KO);
    }

    private static Typeface face(Face primary, Face latin, Face... eastAsian) {
        return new Typeface(primary, helpers(latin, eastAsian), false);
    }

    private static List<Face> helpers(Face latin, Face... eastAsian) {
        var faces = new ArrayList<Face>();
        faces.add(latin);
        faces.addAll(List.of(eastAsian));
        faces.add(RARE_HANGUL);
        faces.add(RARE_HAN);
        faces.addAll(OTHERS);
        return List.copyOf(faces);
    }

    /**
     * A slim container has no display and no libfontconfig, and then AWT cannot even read a font from bytes. We use no
     * font of the system, so an empty configuration serves everywhere.
     */
    private static void beforeFirstUseOfAwt() {
        if (System.getProperty("java.awt.headless") == null) System.setProperty("java.awt.headless", "true");
        if (System.getProperty("sun.awt.fontconfig") != null) return;
        try {
            var file = Files.createTempFile("fonts", ".properties");
            file.toFile().deleteOnExit();
            Files.writeString(file, "version=1\nsequence.allfonts=default\n");
            System.setProperty("sun.awt.fontconfig", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
