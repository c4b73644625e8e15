package org.demarche.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormsTest {

    @Inject
    Forms forms;

    @Test
    void aFormThatIsThereFromBeforeTheStartIsUsedAgain() {
        var form = new FormLetter("Subject " + UUID.randomUUID(), "Text " + FormLetter.blank("link"), null);
        QuarkusTransaction.requiringNew().run(() -> MailForm.keep(form.id(), form));
        var id = forms.keep(form);
        assertThat(QuarkusTransaction.requiringNew().call(() -> forms.find(id))).isEqualTo(form);
    }
}
