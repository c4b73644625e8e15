package org.demarche.pdf.script;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.util.List;
import java.util.Locale;

/** The house's serif faces for pictures: the language's own first, another where it lacks a character. */
public final class Lettering {

    private static final List<String> FAMILIES = List.of("Letter", "Letter-ja", "Letter-ko", "Letter-zh");

    private final String own;

    public Lettering(Locale locale) {
        own = switch (locale.getLanguage()) {
            case "ja", "ko", "zh" -> "Letter-" + locale.getLanguage();
            default -> "Letter";
        };
    }

    /** The text at this size in pixels, each character in a face that has it. */
    public AttributedString set(String text, float size) {
        var styled = new AttributedString(text);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var font = having(text.codePointAt(i)).deriveFont(size);
            styled.addAttribute(TextAttribute.FONT, font, i, i + Character.charCount(text.codePointAt(i)));
        }
        return styled;
    }

    private Font having(int character) {
        var first = Faces.shaping(own);
        if (first.canDisplay(character)) {
            return first;
        }
        return FAMILIES.stream()
                .map(Faces::shaping)
                .filter(font -> font.canDisplay(character))
                .findFirst()
                .orElse(first);
    }
}
