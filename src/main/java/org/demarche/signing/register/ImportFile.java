package org.demarche.signing.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.common.BadInput;

/**
 * A list as spreadsheets write it: with or without a byte order mark, in UTF-8 or as Japanese Windows does, with commas,
 * semicolons or tabs. Nothing is guessed beyond that: another encoding has to be named.
 *
 * @param encoding in which it was read
 */
record ImportFile(List<NamedCsvRecord> rows, String encoding) {

    private static final Set<String> COLUMNS =
            Set.of("name", "email", "country", "region", "city", "comment", "disclosure", "sheet");

    /** Names that people use, and what Java calls them; windows-31j is the Shift_JIS that knows 髙 and ①. */
    private static final Map<String, String> ENCODINGS = Map.of(
            "utf-8", "UTF-8",
            "shift_jis", "windows-31j",
            "euc-jp", "EUC-JP",
            "euc-kr", "MS949",
            "gb18030", "GB18030",
            "windows-1252", "windows-1252");

    private static final int ROWS_MAX = 50_000;

    /** @param encoding as named by whoever sends the file; null to try UTF-8 and then Shift_JIS */
    static ImportFile read(byte[] bytes, String encoding) {
        var file = bytes == null ? new byte[0] : bytes;
        var charset = encoding == null || encoding.isBlank() ? null : named(encoding);
        var text = charset == null ? detected(file) : decode(file, charset).map(t -> new Text(t, charset));
        var found = text.orElseThrow(() -> new BadInput(
                "body", "not a text in " + (encoding == null ? "UTF-8 or Shift_JIS; name its encoding" : encoding)));
        return new ImportFile(parse(found.text.replaceFirst("^\uFEFF", "")), found.charset.name());
    }

    private record Text(String text, Charset charset) {}

    private static Charset named(String encoding) {
        var name = ENCODINGS.get(encoding.strip().toLowerCase(Locale.ROOT));
        if (name == null) {
            throw new BadInput("encoding", "one of " + String.join(", ", ENCODINGS.keySet()));
        }
        return Charset.forName(name);
    }

    private static Optional<Text> detected(byte[] bytes) {
        // Excel's "Unicode text".
        if (bytes.length > 1
                && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                        || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            return decode(bytes, StandardCharsets.UTF_16).map(text -> new Text(text, StandardCharsets.UTF_16));
        }
        return decode(bytes, StandardCharsets.UTF_8)
                .map(text -> new Text(text, StandardCharsets.UTF_8))
                .or(() -> decode(bytes, Charset.forName("windows-31j"))
                        .map(text -> new Text(text, Charset.forName("windows-31j"))));
    }

    /** Empty where one byte does not fit. */
    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException doesNotFit) {
            return Optional.empty();
        }
    }

    private static List<NamedCsvRecord> parse(String text) {
        try {
            var rows = CsvReader.builder().fieldSeparator(separator(text)).ofNamedCsvRecord(text).stream()
                    .limit(ROWS_MAX + 1L)
                    .toList();
            if (rows.size() > ROWS_MAX) {
                throw new BadInput("body", "up to " + ROWS_MAX + " lines at a time");
            }
            if (rows.isEmpty()) {
                throw new BadInput("body", "a head line, and a line for each signature");
            }
            var header = new HashSet<>(rows.getFirst().getHeader());
            if (!header.contains("name") || !header.contains("country") || !COLUMNS.containsAll(header)) {
                throw new BadInput("header", "columns are name,email,country,region,city,comment,disclosure,sheet");
            }
            return rows;
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new BadInput("body", "not a CSV file");
        }
    }

    /** The one that stands most often in the head line. */
    private static char separator(String text) {
        var head = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(head, candidate) > count(head, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }
}
