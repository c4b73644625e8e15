package org.demarche.delivery;

import org.demarche.common.BadInput;

/** What a plan mails: the campaign's letter once to each mission, or supporters' own letters, each by itself. */
public enum DeliveryContent {
    PETITION,
    LETTERS;

    static DeliveryContent of(String name) {
        for (var content : values()) {
            if (content.name().equals(name)) {
                return content;
            }
        }
        throw new BadInput("content", "PETITION or LETTERS");
    }
}
