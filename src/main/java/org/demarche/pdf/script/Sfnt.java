package org.demarche.pdf.script;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** The tables of a TrueType file that shaping needs: code points to glyphs, widths and height (OpenType 1.9, cmap, hmtx). */
final class Sfnt {
    private final int[] codePoints;
    private final int[] glyphs;
    private final int[] widths;
    final int ascent;
    final int descent;

    /** Reads a static TrueType font; throws IllegalArgumentException if it has no Unicode character map. */
    Sfnt(byte[] file) {
        var data = ByteBuffer.wrap(file);
        var tables = tables(data);
        int unitsPerEm = data.getShort(tables.get("head") + 18) & 0xffff;
        int hhea = tables.get("hhea");
        ascent = data.getShort(hhea + 4) * 1000 / unitsPerEm;
        descent = data.getShort(hhea + 6) * 1000 / unitsPerEm;
        widths = widths(data, tables, data.getShort(hhea + 34) & 0xffff, unitsPerEm);
        var map = characters(data, tables.get("cmap"));
        codePoints = map.keySet().stream().mapToInt(Integer::intValue).toArray();
        glyphs = map.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The glyph of a code point, or 0 if the font has none. */
    int glyph(int codePoint) {
        int at = Arrays.binarySearch(codePoints, codePoint);
        return at < 0 ? 0 : glyphs[at];
    }

    /** The advance width of a glyph in thousandths of the font size, cut as OpenPDF cuts it. */
    int width(int glyph) {
        return widths[glyph];
    }

    int glyphCount() {
        return widths.length;
    }

    void forEachCodePoint(IntConsumer action) {
        Arrays.stream(codePoints).forEach(action);
    }

    private static Map<String, Integer> tables(ByteBuffer data) {
        var tables = new HashMap<String, Integer>();
        int count = data.getShort(4);
        for (int i = 0; i < count; i++) {
            int record = 12 + 16 * i;
            var tag = new StringBuilder();
            for (int k = 0; k < 4; k++) tag.append((char) data.get(record + k));
            tables.put(tag.toString(), data.getInt(record + 8));
        }
        return tables;
    }

    private static int[] widths(ByteBuffer data, Map<String, Integer> tables, int metrics, int unitsPerEm) {
        var widths = new int[data.getShort(tables.get("maxp") + 4) & 0xffff];
        int hmtx = tables.get("hmtx");
        for (int glyph = 0; glyph < widths.length; glyph++) {
            int at = hmtx + 4 * Math.min(glyph, metrics - 1);
            widths[glyph] = (data.getShort(at) & 0xffff) * 1000 / unitsPerEm;
        }
        return widths;
    }

    private static TreeMap<Integer, Integer> characters(ByteBuffer data, int cmap) {
        int best = 0;
        int bestFormat = 0;
        int count = data.getShort(cmap + 2);
        for (int i = 0; i < count; i++) {
            int table = cmap + data.getInt(cmap + 4 + 8 * i + 4);
            int format = data.getShort(table);
            if ((format == 4 || format == 12) && format > bestFormat) {
                best = table;
                bestFormat = format;
            }
        }
        if (bestFormat == 0) throw new IllegalArgumentException("The font has no Unicode character map");
        return bestFormat == 12 ? groups(data, best) : segments(data, best);
    }

    private static TreeMap<Integer, Integer> groups(ByteBuffer data, int table) {
        var map = new TreeMap<Integer, Integer>();
        int count = data.getInt(table + 12);
        for (int i = 0; i < count; i++) {
            int group = table + 16 + 12 * i;
            int first = data.getInt(group);
            int last = data.getInt(group + 4);
            for (int c = first; c <= last; c++) put(map, c, data.getInt(group + 8) + c - first);
        }
        return map;
    }

    private static TreeMap<Integer, Integer> segments(ByteBuffer data, int table) {
        var map = new TreeMap<Integer, Integer>();
        int size = data.getShort(table + 6) & 0xffff;
        int ends = table + 14;
        int starts = ends + size + 2;
        for (int i = 0; i < size; i += 2) {
            int last = data.getShort(ends + i) & 0xffff;
            int first = data.getShort(starts + i) & 0xffff;
            int delta = data.getShort(starts + size + i);
            int offset = data.getShort(starts + 2 * size + i) & 0xffff;
            for (int c = first; c <= last && c != 0xffff; c++) {
                int glyph = offset == 0
                        ? c + delta
                        : indirect(data, starts + 2 * size + i + offset + 2 * (c - first), delta);
                put(map, c, glyph & 0xffff);
            }
        }
        return map;
    }

    private static int indirect(ByteBuffer data, int at, int delta) {
        int glyph = data.getShort(at) & 0xffff;
        return glyph == 0 ? 0 : glyph + delta;
    }

    private static void put(TreeMap<Integer, Integer> map, int codePoint, int glyph) {
        if (glyph != 0) map.put(codePoint, glyph);
    }
}
