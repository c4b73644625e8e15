package org.demarche.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages in {@code templates/site}; render each with {@code setLocale(view.page().locale())}. */
@CheckedTemplate(basePath = "site")
public final class SiteTemplates {

    private SiteTemplates() {}

    public static native TemplateInstance home(HomeView view);

    public static native TemplateInstance archive(ArchiveView view);

    public static native TemplateInstance about(AboutView view);

    public static native TemplateInstance privacy(PrivacyView view);

    public static native TemplateInstance error(ErrorView view);

    public static native TemplateInstance deskError(DeskErrorView view);
}
