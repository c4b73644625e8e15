package org.demarche.delivery;

import java.util.Optional;
import org.demarche.common.EmailAddress;

/** Knows the mailbox of the person at the desk; a script has none. */
public interface OwnMailbox {

    Optional<EmailAddress> of(String staff);
}
