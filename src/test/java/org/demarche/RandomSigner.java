package org.demarche;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.text.PDFTextStripper;
import org.demarche.signing.Disclosure;

/**
 * Somebody of whom every word is a random one, so that wherever it turns up it is known whose it is.
 *
 * @param given empty for people whose name is one word, and so has no initials
 * @param named whether they want to be named on the campaign's page
 */
public record RandomSigner(
        Disclosure disclosure,
        String given,
        String family,
        String city,
        String comment,
        String mailbox,
        boolean named) {

    private static final Pattern WORD = Pattern.compile("(?:Xq|Zj|Wv|Kp|Ym)[a-z]{7}");

    /** So many, the same ones for the same seed, who choose among these. */
    public static List<RandomSigner> some(int signers, long seed, Disclosure... choices) {
        var random = new Random(seed);
        var some = new ArrayList<RandomSigner>();
        for (int i = 0; i < signers; i++) {
            some.add(new RandomSigner(
                    choices[random.nextInt(choices.length)],
                    random.nextInt(4) == 0 ? "" : word("Xq", random),
                    word("Zj", random),
                    word("Wv", random),
                    word("Kp", random),
                    word("Ym", random),
                    random.nextInt(10) == 0));
        }
        return some;
    }

    private static String word(String mark, Random random) {
        var word = new StringBuilder(mark);
        for (int i = 0; i < 7; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    public String name() {
        return given.isEmpty() ? family : given + " " + family;
    }

    public String email() {
        return mailbox + "@example.org";
    }

    public boolean isInitialled() {
        return disclosure == Disclosure.INITIALS && !given.isEmpty();
    }

    /** The words of their line that a mission may see; the comment is another matter. */
    public Set<String> line() {
        var words = new HashSet<String>();
        if (disclosure == Disclosure.FULL) {
            words.addAll(List.of(family, city));
            words.add(given.isEmpty() ? family : given);
        }
        return words;
    }

    /** All of them. */
    public Set<String> everything() {
        var words = new HashSet<>(Set.of(family, city, comment, mailbox));
        words.add(given.isEmpty() ? family : given);
        return words;
    }

    /** Anybody's words that occur in a text. */
    public static Set<String> words(String text) {
        var found = new HashSet<String>();
        WORD.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    /** In the text, in the metadata, in the names of things, and anywhere in the bytes of every stream. */
    public static Set<String> words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var found = words(new PDFTextStripper().getText(document));
            found.addAll(words(document.getDocumentInformation().getCOSObject().toString()));
            for (var key : document.getDocument().getXrefTable().keySet()) {
                gather(document.getDocument().getObjectFromPool(key).getObject(), found);
            }
            found.addAll(words(new String(pdf, StandardCharsets.ISO_8859_1)));
            found.addAll(words(new String(pdf, StandardCharsets.UTF_16BE)));
            return found;
        }
    }

    /** What an object says itself; what it refers to is gathered in its own turn. */
    private static void gather(COSBase object, Set<String> found) throws IOException {
        switch (object) {
            case COSString string -> found.addAll(words(string.getString()));
            case COSName name -> found.addAll(words(name.getName()));
            case COSArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    gather(array.get(i), found);
                }
            }
            case COSDictionary dictionary -> {
                for (var entry : dictionary.entrySet()) {
                    gather(entry.getKey(), found);
                    gather(entry.getValue(), found);
                }
                if (dictionary instanceof COSStream stream) {
                    try (var in = stream.createInputStream()) {
                        found.addAll(words(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
                    }
                }
            }
            case null, default -> {}
        }
    }
}
