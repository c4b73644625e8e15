package org.demarche.bundle.verify;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The public page in {@code templates/bundle}; render it with {@code setLocale(view.page().locale())}. */
@CheckedTemplate(basePath = "bundle")
public final class VerifyTemplates {

    private VerifyTemplates() {}

    public static native TemplateInstance verify(VerifyView view);
}
