package org.demarche.signing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.demarche.campaign.Campaign;
import org.demarche.common.EmailAddress;
import org.demarche.mail.FormLetter;
import org.demarche.mail.Message;
import org.demarche.mail.Outbox;
import org.demarche.mail.Purpose;
import org.demarche.privacy.Scopes;
import org.demarche.privacy.Vault;
import org.junit.jupiter.api.Test;

/**
 * A new signature, one that is there already and a held one go one way: how long an answer takes says nothing of whoever
 * is behind an address. What is compared is what the database is asked to do, and not a time.
 */
abstract class OneWayPromises {

    private static final String SLUG = "save-north-korean-refugees-day";

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Vault vault;

    private final List<String> steps = new ArrayList<>();
    private final byte[] person = random();
    private final byte[] mailbox = random();

    @Test
    void newKnownAndHeldCostTheSameStatementsAndOneCommit() throws Exception {
        var fresh = store(signature(person, mailbox, false));
        var known = store(signature(person, mailbox, false));
        var secondName = store(signature(random(), mailbox, false));
        var suspectOfKnown = store(signature(person, mailbox, true));
        var held = store(signature(random(), random(), true));
        assertThat(fresh).containsExactly("signature", "mail", "commit");
        assertThat(held).isEqualTo(fresh);
        assertThat(known).containsExactly("signature", "signature_again", "commit");
        assertThat(secondName).isEqualTo(known);
        assertThat(suspectOfKnown).isEqualTo(known);
    }

    @Test
    void nobodyWhoWaitsIsToldWhichItWas() throws Exception {
        // Done or failed: what it is done with can be nothing else.
        assertThat(Intake.class.getMethod("take", ReadySignature.class).getGenericReturnType())
                .hasToString("java.util.concurrent.CompletableFuture<java.lang.Void>");
    }

    private List<String> store(ReadySignature signature) throws Exception {
        steps.clear();
        new Batch(watched(DataSource.class, database), outbox).store(List.of(signature));
        return List.copyOf(steps);
    }

    /** Passes everything on, and notes the tables that are written to and the commits. */
    private <T> T watched(Class<T> as, T real) {
        return as.cast(Proxy.newProxyInstance(as.getClassLoader(), new Class<?>[] {as}, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                steps.add("commit");
            }
            if (method.getName().equals("prepareStatement")) {
                steps.add(((String) arguments[0]).split(" ")[2]);
            }
            try {
                var result = method.invoke(real, arguments);
                return result instanceof Connection connection ? watched(Connection.class, connection) : result;
            } catch (InvocationTargetException refused) {
                throw refused.getCause();
            }
        }));
    }

    private ReadySignature signature(byte[] person, byte[] mailbox, boolean held) {
        var id = UUID.randomUUID();
        var now = Instant.now();
        var asking = Message.of(Purpose.CONFIRMATION, Scopes.ofCampaign(SLUG), id.toString())
                .to(new EmailAddress(id + "@example.org"))
                .campaign(SLUG)
                .person(id);
        var mail = (held ? asking.reference(id).held() : asking)
                .filling(new FormLetter("subject", "text", null), Map.of());
        return new ReadySignature(
                id,
                new Object[] {
                    id,
                    Campaign.named(SLUG).id,
                    held ? "HELD" : "PENDING",
                    vault.seal(Scopes.ofCampaign(SLUG), "{}", "signature:" + id),
                    person,
                    mailbox,
                    "JP",
                    "COUNTRY",
                    false,
                    false,
                    "EN",
                    1,
                    "WEB",
                    null,
                    random(),
                    now,
                    null,
                    null,
                    held ? "HONEYPOT" : null,
                    held ? "network" : null,
                    random(),
                    1,
                    now,
                    false,
                    random()
                },
                outbox.ready(mail));
    }

    private static byte[] random() {
        var id = UUID.randomUUID().toString();
        return id.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
