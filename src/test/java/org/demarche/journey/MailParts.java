package org.demarche.journey;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The parts of a mail by media type. */
final class MailParts {

    private MailParts() {}

    static String text(Part mail, String mediaType) {
        return of(mail, mediaType).stream()
                .map(part -> {
                    try {
                        return part.getContent().toString();
                    } catch (IOException | MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    static List<Part> of(Part part, String mediaType) {
        try {
            List<Part> found = new ArrayList<>();
            if (part.isMimeType(mediaType)) {
                found.add(part);
            } else if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    found.addAll(of(inner, mediaType));
                }
            }
            return found;
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
