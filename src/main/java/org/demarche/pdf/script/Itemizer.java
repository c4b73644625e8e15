package org.demarche.pdf.script;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cuts a run of one direction into items of one face, never inside what a reader takes for one character. */
final class Itemizer {
    /** A stretch of one face; face is null where no face of ours has the character. */
    record Item(Face face, String text, boolean plain) {}

    private final Typeface typeface;
    private final boolean rightToLeft;
    private final List<Item> items = new ArrayList<>();

    private Itemizer(Typeface typeface, boolean rightToLeft) {
        this.typeface = typeface;
        this.rightToLeft = rightToLeft;
    }

    /** The items of the text in logical order. */
    static List<Item> items(Typeface typeface, String text, boolean rightToLeft) {
        var itemizer = new Itemizer(typeface, rightToLeft);
        itemizer.cut(graphemes(text));
        return itemizer.items;
    }

    /** What a reader takes for characters (UAX #29, extended grapheme clusters). */
    static List<String> graphemes(String text) {
        var iterator = BreakIterator.getCharacterInstance(Locale.ROOT);
        iterator.setText(text);
        var graphemes = new ArrayList<String>();
        int start = 0;
        for (int end = iterator.next(); end != BreakIterator.DONE; start = end, end = iterator.next()) {
            graphemes.add(text.substring(start, end));
        }
        return graphemes;
    }

    private void cut(List<String> graphemes) {
        int i = 0;
        while (i < graphemes.size()) {
            int end = wordEnd(graphemes, i);
            var word = String.join("", graphemes.subList(i, end));
            var face = end > i + 1 ? typeface.faceFor(word) : Optional.<Face>empty();
            if (face.isPresent()) graphemes.subList(i, end).forEach(g -> add(face.get(), g));
            else graphemes.subList(i, end).forEach(this::add);
            i = end;
        }
    }

    private static int wordEnd(List<String> graphemes, int start) {
        int end = start;
        while (end < graphemes.size() && Scripts.keepsWordTogether(Scripts.of(graphemes.get(end)))) end++;
        return Math.max(end, start + 1);
    }

    private void add(String grapheme) {
        int first = grapheme.codePointAt(0);
        if (Scripts.isSpace(first) && !typeface.primary().isPlain(first) && spaceFace(first) != null) {
            append(spaceFace(first), grapheme, true);
            return;
        }
        var face = neutralFace(grapheme).or(() -> typeface.faceFor(grapheme));
        if (face.isPresent()) {
            add(face.get(), grapheme);
        } else if (grapheme.codePointCount(0, grapheme.length()) == 1) {
            if (!Scripts.isIgnorable(first)) append(null, grapheme, false);
        } else {
            grapheme.codePoints().forEach(c -> add(Character.toString(c)));
        }
    }

    private Face spaceFace(int space) {
        return typeface.helpers().stream()
                .filter(f -> f.isPlain(space))
                .findFirst()
                .orElse(null);
    }

    /** In right-to-left text, punctuation stays with the word before it and is mirrored by the shaping engine. */
    private Optional<Face> neutralFace(String grapheme) {
        if (!rightToLeft || items.isEmpty() || !Scripts.isCommon(Scripts.of(grapheme))) return Optional.empty();
        var last = items.getLast();
        return Optional.ofNullable(last.face()).filter(f -> !last.plain() && f.covers(grapheme));
    }

    private void add(Face face, String grapheme) {
        int first = grapheme.codePointAt(0);
        boolean single = Character.charCount(first) == grapheme.length();
        boolean space = single && Scripts.isSpace(first);
        append(face, grapheme, single && face.isPlain(first) && (space || !rightToLeft));
    }

    private void append(Face face, String grapheme, boolean plain) {
        boolean alone = face == null || rightToLeft && plain;
        if (!items.isEmpty() && !alone) {
            var last = items.getLast();
            if (last.face() == face && last.plain() == plain) {
                items.set(items.size() - 1, new Item(face, last.text() + grapheme, plain));
                return;
            }
        }
        items.add(new Item(face, grapheme, plain));
    }
}
