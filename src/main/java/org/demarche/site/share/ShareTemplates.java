package org.demarche.site.share;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages in {@code templates/share}; render each with {@code setLocale(view.page().locale())}. */
@CheckedTemplate(basePath = "share")
public final class ShareTemplates {

    private ShareTemplates() {}

    public static native TemplateInstance embed(EmbedView view);

    public static native TemplateInstance share(ShareView view);
}
