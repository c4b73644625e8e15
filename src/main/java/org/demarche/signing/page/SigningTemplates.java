package org.demarche.signing.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages and mails in {@code templates/signing}; render each page with {@code setLocale(view.page().locale())}. */
@CheckedTemplate(basePath = "signing")
public final class SigningTemplates {

    private SigningTemplates() {}

    public static native TemplateInstance campaign(CampaignView view);

    public static native TemplateInstance checkMail(CheckMailView view);

    public static native TemplateInstance confirm(ConfirmView view);

    public static native TemplateInstance confirmed(ConfirmedView view);

    public static native TemplateInstance my(MyView view);

    public static native TemplateInstance receiptCheck(ReceiptCheckView view);

    public static native TemplateInstance ledger(LedgerView view);

    public static native TemplateInstance letter(LetterWriterView view);

    public static native TemplateInstance unsubscribe(UnsubscribeView view);

    public static native TemplateInstance remind(RemindView view);
}
