package org.demarche.site;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** The one page for trouble; where even that cannot be rendered, a page without any template. */
@ApplicationScoped
class ErrorPage {

    private static final Logger LOG = Logger.getLogger(ErrorPage.class);

    private final Engine engine;

    ErrorPage(Engine engine) {
        this.engine = engine;
    }

    String render(ProblemDocument problem, String path) {
        var template = engine.getTemplate("site/error");
        if (template == null) {
            return bare(problem);
        }
        try {
            return template.instance().data("view", ErrorView.of(problem, path)).render();
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
                """.formatted(problem.title(), escape(ErrorView.sentence(problem)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
