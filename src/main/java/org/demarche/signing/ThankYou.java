package org.demarche.signing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.demarche.privacy.Vault;

/**
 * Mails a confirmed signer the link to their own page. A task, and not part of confirming: whoever serves the site may
 * hold no key that opens an address.
 */
@ApplicationScoped
class ThankYou {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("mail-own-page");

    private final SignerMail mail;
    private final MyToken myToken;
    private final Vault vault;

    ThankYou(SignerMail mail, MyToken myToken, Vault vault) {
        this.mail = mail;
        this.myToken = myToken;
        this.vault = vault;
    }

    @Produces
    @Singleton
    Task<Void> thankTask() {
        return Tasks.oneTime(TASK).execute((instance, context) -> thank(UUID.fromString(instance.getId())));
    }

    private void thank(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            Signature signature = Signature.findById(id, LockModeType.PESSIMISTIC_WRITE);
            if (signature != null && signature.status == SignatureStatus.CONFIRMED) {
                mail.counted(signature, signature.person(vault), myToken.of(id));
            }
        });
    }
}
