package org.demarche.pdf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.pdf.script.Faces;
import org.openpdf.text.pdf.BaseFont;
import org.xhtmlrenderer.css.constants.IdentValue;
import org.xhtmlrenderer.css.value.FontSpecification;
import org.xhtmlrenderer.layout.SharedContext;
import org.xhtmlrenderer.pdf.FontDescription;
import org.xhtmlrenderer.pdf.FontFamily;
import org.xhtmlrenderer.pdf.ITextFSFont;
import org.xhtmlrenderer.pdf.ITextFontResolver;
import org.xhtmlrenderer.render.FSFont;

/** Knows only the families of the house, all of them embedded, and reads each when a style sheet first asks for it. */
final class HouseFonts extends ITextFontResolver {
    private static final String FALLBACK = "Letter";
    private static final int BOLD = 600;

    /** Flying Saucer compares a description's weight and slant with the wish and imitates what the font lacks. */
    private final Map<BaseFont, FontDescription> descriptions = new HashMap<>();

    @Override
    protected Map<String, FontFamily> loadFonts() {
        return new HashMap<>();
    }

    @Override
    public FSFont resolveFont(SharedContext context, FontSpecification wanted) {
        boolean bold = convertWeightToInt(wanted.fontWeight()) >= BOLD;
        boolean italic = wanted.fontStyle() == IdentValue.ITALIC || wanted.fontStyle() == IdentValue.OBLIQUE;
        var named = wanted.families() == null ? Stream.<String>empty() : Arrays.stream(wanted.families());
        var cut = Stream.concat(named, Stream.of(FALLBACK))
                .map(name -> Faces.cut(name.replace("\"", ""), bold, italic))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        var description = descriptions.computeIfAbsent(
                cut.font(),
                font -> new FontDescription(
                        font, cut.italic() ? IdentValue.ITALIC : IdentValue.NORMAL, cut.bold() ? 700 : 400));
        return new ITextFSFont(description, wanted.size());
    }
}
