package org.demarche.signing.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.stream.Stream;
import org.demarche.common.BadInput;

/** The kinds of file that signatures are written to. */
public enum ExportFormat {
    CSV("text/csv") {
        @Override
        Lines open(OutputStream out) {
            return new CsvLines(out);
        }
    },
    XLSX(ExportFormat.XLSX_TYPE) {
        @Override
        Lines open(OutputStream out) throws IOException {
            return new XlsxLines(out);
        }
    };

    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String type;

    ExportFormat(String type) {
        this.type = type;
    }

    static ExportFormat named(String name) {
        return Stream.of(values())
                .filter(f -> f.ending().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInput("format", "csv or xlsx"));
    }

    abstract Lines open(OutputStream out) throws IOException;

    String type() {
        return type;
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
