package org.demarche.common.page;

/**
 * Text in a language that need not be the page's own: Han characters differ by language, so it says which one it is.
 *
 * @param lang BCP 47 tag, for the {@code lang} attribute
 */
public record Phrase(String lang, String text) {

    @Override
    public String toString() {
        return text;
    }
}
