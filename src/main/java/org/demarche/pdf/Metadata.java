package org.demarche.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Writes what a PDF says of itself, all of it taken from the {@link DocumentInfo} and nothing from clock or chance. */
final class Metadata {
    private Metadata() {}

    static void describe(PdfWriter writer, DocumentInfo info) {
        var entries = writer.getInfo();
        entries.put(PdfName.TITLE, text(info.title()));
        if (info.author() != null) entries.put(PdfName.AUTHOR, text(info.author()));
        entries.put(PdfName.CREATIONDATE, date(info.createdAt()));
        entries.put(PdfName.MODDATE, date(info.createdAt()));
        var id = id(info);
        entries.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));

        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(info.language().toLanguageTag()));
        var preferences = new PdfDictionary();
        preferences.put(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        writer.getExtraCatalog().put(PdfName.VIEWERPREFERENCES, preferences);
    }

    static PdfDate date(Instant instant) {
        return new PdfDate(calendar(instant));
    }

    /** The moment in UTC, whatever the machine's zone. */
    static GregorianCalendar calendar(Instant instant) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(instant.toEpochMilli());
        return calendar;
    }

    private static PdfString text(String value) {
        return new PdfString(value, PdfObject.TEXT_UNICODE);
    }

    private static byte[] id(DocumentInfo info) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(info.toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
