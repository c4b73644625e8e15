package org.demarche.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the features above would hear. */
@ApplicationScoped
public class Answered {

    private final List<MailAnswered> heard = new CopyOnWriteArrayList<>();

    void hear(@Observes MailAnswered answered) {
        heard.add(answered);
    }

    public List<MailState> of(UUID mail) {
        return heard.stream()
                .filter(a -> a.mail().equals(mail))
                .map(MailAnswered::state)
                .toList();
    }
}
