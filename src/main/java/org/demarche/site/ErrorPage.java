package org.demarche.site;

import jakarta.enterprise.context.ApplicationScoped;
import org.demarche.common.page.Page;
import org.demarche.common.page.PageLanguage;
import org.demarche.letter.Organisation;
import org.jboss.logging.Logger;

/** The one page for trouble, in the reader's language; where even that cannot be rendered, a page without any template. */
@ApplicationScoped
class ErrorPage {

    private static final Logger LOG = Logger.getLogger(ErrorPage.class);

    private final PageLanguage language;
    private final Organisation organisation;
    private final DeskTrouble desk;

    ErrorPage(PageLanguage language, Organisation organisation, DeskTrouble desk) {
        this.desk = desk;
        this.language = language;
        this.organisation = organisation;
    }

    String render(ProblemDocument problem, String path) {
        try {
            if (path.equals("/desk") || path.startsWith("/desk/")) {
                return SiteTemplates.deskError(desk.view(problem)).render();
            }
            var reader = language.get();
            var page = new Page(reader, path, organisation.letterhead(reader));
            var view = new ErrorView(page, problem.status(), problem.reference());
            return SiteTemplates.error(view).setLocale(reader.locale()).render();
        } catch (RuntimeException e) {
            LOG.errorf("The error page cannot be rendered: %s", e.getClass().getName());
            return bare(problem);
        }
    }

    private static String bare(ProblemDocument problem) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
                <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">To the first page</a></p></main></body></html>
                """.formatted(problem.title(), problem.reference() == null ? "" : "Reference: " + problem.reference());
    }
}
