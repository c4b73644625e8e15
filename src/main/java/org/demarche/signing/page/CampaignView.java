package org.demarche.signing.page;

import java.util.List;
import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;
import org.demarche.common.page.Tally;

/**
 * A campaign's page at {@code /campaigns/{slug}}: the letter, its margin, and the form, which posts to the same address.
 *
 * @param occasion null for none; then {@code deliveryDay} is not in the line above the title either
 * @param deliveryDay the day of delivery as said; null while it is not fixed
 * @param petition whether the letter can be signed
 * @param ownLetters whether people may write their own
 * @param toChina whether the reader of the sheets is China; the notice of care names it
 * @param records whether a delivery record is published
 * @param maxComment characters, as said
 */
public record CampaignView(
        Page page,
        String slug,
        Phase phase,
        Phrase title,
        Phrase summary,
        String occasion,
        String deliveryDay,
        boolean petition,
        boolean ownLetters,
        boolean toChina,
        boolean records,
        String maxComment,
        Count count,
        Sheet sheet,
        Margin margin,
        SignFormView form,
        Places places,
        Preview preview) {

    /** {@code DRAFT}: as it will be when it is open, for staff to look through. */
    public enum Phase {
        DRAFT,
        SOON,
        OPEN,
        CLOSED
    }

    /**
     * @param goal 0 for none; {@code goalText} as said
     * @param asOf the moment of counting as said, with its zone
     * @param by the day the list closes, as said
     */
    public record Count(Tally signed, long goal, String goalText, String by, String asOf) {

        public boolean passed() {
            return goal > 0 && signed.n() >= goal;
        }
    }

    /**
     * What stands beside the letter; every part that is null or empty is left out.
     *
     * @param goesTo the missions, as one phrase that fits after "Goes to" and "The sheets go to"
     * @param opens the moment with its zone, {@code closes} likewise
     * @param closeDay the last day without its year
     * @param alsoIn the languages this letter can be read in, without the one shown
     * @param sources where the facts come from
     * @param byCountry signers by country; a row without a name is the fold of small ones
     * @param publicNames names of those who asked to be named here
     * @param opensIn days until it opens; null from the day on which it does
     * @param happened what has become of it, the newest first
     */
    public record Margin(
            String goesTo,
            String opens,
            String closes,
            String closeDay,
            int version,
            String languageName,
            List<Page.LanguageLink> alsoIn,
            List<Phrase> sources,
            List<Row> byCountry,
            List<String> publicNames,
            Tally opensIn,
            List<CampaignNews.Item> happened) {}

    public record Row(String name, String count) {}

    /** The same page with another form in it, at its plain address. */
    CampaignView with(SignFormView other) {
        return new CampaignView(
                new Page(page.language(), "/campaigns/" + slug, page.letterhead()),
                slug,
                phase,
                title,
                summary,
                occasion,
                deliveryDay,
                petition,
                ownLetters,
                toChina,
                records,
                maxComment,
                count,
                sheet,
                margin,
                other,
                places,
                preview);
    }

    public boolean soon() {
        return phase == Phase.SOON;
    }

    public boolean draft() {
        return phase == Phase.DRAFT;
    }

    public boolean open() {
        return phase == Phase.OPEN || phase == Phase.DRAFT;
    }

    public boolean closed() {
        return phase == Phase.CLOSED;
    }

    public boolean signable() {
        return petition && open();
    }
}
