package org.demarche.letter;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A template engine of its own for letters, which are texts that people write: it looks names up in one record and
 * knows if and for. No reflection, no namespaces, no includes, no other template, no bean and no setting is in reach.
 */
final class Sandbox {

    /** More than any letter; a limit on what an accident or a mischief can cost. */
    static final int LONGEST_OUTPUT = 256 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String DEADLINE = "deadline";

    private static final Engine ENGINE = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addSectionHelper(new OneList())
            .addValueResolver(resolver(
                    c -> c.getBase() instanceof Blanks blanks && c.getParams().isEmpty() && blanks.has(c.getName()),
                    c -> CompletedStage.of(((Blanks) inTime(c).getBase()).get(c.getName()))))
            // What the loop hands to its body is one of these, and nothing else is.
            .addValueResolver(resolver(
                    c -> c.getBase() instanceof Mapper && c.getParams().isEmpty(),
                    c -> ((Mapper) inTime(c).getBase()).getAsync(c.getName())))
            .addValueResolver(resolver(
                    c -> c.getParams().size() == 1 && TemplateCheck.ELVIS.contains(c.getName()),
                    c -> c.getBase() == Empty.FIELD
                            ? c.evaluate(c.getParams().getFirst())
                            : CompletedStage.of(c.getBase())))
            .strictRendering(true)
            .removeStandaloneLines(true)
            .timeout(PATIENCE.toMillis())
            .build();

    private Sandbox() {}

    /** Parses without any check of what the template names; {@link TemplateCheck} does that. */
    static Template parse(String text) {
        return ENGINE.parse(text);
    }

    /** The text with placeholders in place of values. Throws {@link TemplateException} past its limits. */
    static String render(Template template, Blanks blanks) {
        return render(template, blanks, PATIENCE);
    }

    static String render(Template template, Blanks blanks, Duration patience) {
        var out = new StringBuilder();
        long deadline = System.nanoTime() + patience.toNanos();
        var rendering = template.instance()
                .data(blanks)
                .setAttribute(DEADLINE, deadline)
                .consume(piece -> {
                    if (out.length() + piece.length() > LONGEST_OUTPUT) {
                        throw new TemplateException("the letter becomes longer than " + LONGEST_OUTPUT + " characters");
                    }
                    keep(deadline);
                    out.append(piece);
                });
        try {
            rendering.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TemplateException refused ? refused : e;
        }
        return out.toString();
    }

    /** Checked at every name that is looked up, for a template can work hard and write nothing. */
    private static EvalContext inTime(EvalContext context) {
        keep((long) context.getAttribute(DEADLINE));
        return context;
    }

    private static void keep(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw new TemplateException("the letter takes too long");
        }
    }

    /** The loop over the one list there is, where the engine's own would also count to any number. */
    private static final class OneList extends LoopSectionHelper.Factory {

        @Override
        public LoopSectionHelper initialize(SectionInitContext context) {
            if (!context.getExpression("iterable").toOriginalString().equals(LetterFields.LIST)) {
                throw new TemplateException("the only list is " + LetterFields.LIST);
            }
            return super.initialize(context);
        }
    }

    private static ValueResolver resolver(
            Predicate<EvalContext> applies, Function<EvalContext, CompletionStage<Object>> resolve) {
        return new ValueResolver() {
            @Override
            public boolean appliesTo(EvalContext context) {
                return applies.test(context);
            }

            @Override
            public CompletionStage<Object> resolve(EvalContext context) {
                return resolve.apply(context);
            }
        };
    }
}
