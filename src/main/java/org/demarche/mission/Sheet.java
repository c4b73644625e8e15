package org.demarche.mission;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.demarche.common.BadInput;

/** Rows of a CSV file (RFC 4180, UTF-8, one header line) with the lines they stand on. */
final class Sheet {

    /** One row by its column names; {@code line} counts from 1, the header included. */
    record Row(long line, SequencedMap<String, String> columns) {

        String get(String column) {
            return columns.getOrDefault(column, "");
        }
    }

    private Sheet() {}

    static List<Row> onClasspath(String path) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing on the classpath: " + path);
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows; {@link BadInput} names the line where the file is no CSV or a row has too many or too few columns. */
    static List<Row> read(byte[] csv) {
        var rows = new ArrayList<Row>();
        try (var records = CsvReader.builder().ofCsvRecord(text(csv))) {
            List<String> header = null;
            for (var csvRecord : records) {
                if (header == null) {
                    header = csvRecord.getFields();
                } else if (csvRecord.getFieldCount() != header.size()) {
                    throw new BadInput(
                            "line " + csvRecord.getStartingLineNumber(),
                            "%d columns, the header has %d".formatted(csvRecord.getFieldCount(), header.size()));
                } else {
                    var columns = new LinkedHashMap<String, String>();
                    for (var i = 0; i < header.size(); i++) {
                        columns.put(header.get(i).strip(), csvRecord.getField(i).strip());
                    }
                    rows.add(new Row(csvRecord.getStartingLineNumber(), columns));
                }
            }
        } catch (CsvParseException e) {
            throw new BadInput("file", "this is no CSV file: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static String text(byte[] csv) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInput("file", "the file must be UTF-8");
        }
    }
}
