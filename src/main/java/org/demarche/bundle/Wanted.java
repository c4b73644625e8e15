package org.demarche.bundle;

import java.util.stream.Stream;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.letter.Layout;
import org.demarche.signing.LineOrder;

/**
 * How a bundle is wanted.
 *
 * @param language of cover, sheets and contents; null for the mission's own, as far as the letter is written in it
 */
public record Wanted(BundleContent content, Layout.Paper paper, LineOrder order, Language language) {

    /** In the order and the language that nobody needs to choose. */
    public static Wanted of(BundleContent content, Layout.Paper paper) {
        return new Wanted(content, paper, LineOrder.MIXED, null);
    }

    /**
     * As named in a form or a call; null or blank for what nobody chose.
     *
     * @param own the organisation's paper
     */
    public static Wanted named(String content, String paper, String order, String language, Layout.Paper own) {
        return new Wanted(
                content(content),
                blank(paper) ? own : Layout.Paper.named(paper),
                LineOrder.named(order),
                blank(language) ? null : Language.of(language));
    }

    private static BundleContent content(String name) {
        return Stream.of(BundleContent.values())
                .filter(content -> content.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("content", "SHEETS or LETTERS"));
    }

    private static boolean blank(String word) {
        return word == null || word.isBlank();
    }
}
