package org.demarche.signing.page;

import java.util.List;
import org.demarche.common.page.Page;
import org.demarche.common.page.Phrase;

/**
 * What will be confirmed by the button; looking at it changes nothing. Posts to {@code /confirm/{token}}.
 *
 * @param name the signer's name as they wrote it
 * @param line what the missions will see; null for {@code COUNTED}
 * @param comment the signer's own words; null for none
 * @param letterTo for an own letter, the mission it goes to; null for a signature
 * @param channel for an own letter {@code PLATFORM}, {@code OWN_MAIL} or {@code PRINT}
 * @param words for an own letter, its paragraphs: nobody should confirm what they cannot read; else empty
 */
public record ConfirmView(
        Page page,
        String token,
        Phrase campaign,
        String name,
        String line,
        String comment,
        boolean publicName,
        boolean news,
        String letterTo,
        String channel,
        List<String> words) {}
