package org.demarche.signing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The mails in {@code templates/signing}. */
@CheckedTemplate(basePath = "signing")
public final class MailTemplates {

    private MailTemplates() {}

    /** Text by {@code setVariant("text/plain")}, HTML by {@code setVariant("text/html")}. */
    public static native TemplateInstance confirmationMail(ConfirmationMail mail);
}
