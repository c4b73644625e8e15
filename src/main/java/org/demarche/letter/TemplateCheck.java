package org.demarche.letter;

import io.quarkus.qute.Expression;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes a template only if everything in it is known: fields of the closed list, {@code ?:} with a text or a field,
 * {@code if} over fields, one level of {@code for} over the signatories. What is not on the list is refused with its
 * place, so a new feature of the engine is shut until someone opens it here.
 */
final class TemplateCheck {

    static final Set<String> ELVIS = Set.of("?:", "or");

    private static final Pattern COMMENT = Pattern.compile("\\{!.*?!}", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("(?<!\\\\)\\{([#/])\\s*+([^\\s}]*+)([^}]*+)}");
    private static final Pattern STRANGE = Pattern.compile("(?<!\\\\)\\{(?![a-zA-Z#/])|(?<!\\\\)\\{signatories\\b");
    private static final Pattern LOOP = Pattern.compile("\\s*(\\w+)\\s+in\\s+signatories\\s*");
    private static final Pattern CONDITION =
            Pattern.compile("(?:\\s*+(?:if(?=\\s))?+\\s*+(?:!?[a-zA-Z][\\w.]*+|&&|\\|\\||[()]|!))++\\s*+");
    private static final Pattern LINE_BREAK = Pattern.compile("\\\\$", Pattern.MULTILINE);
    /** More than any letter has; each bracket costs a look at the text behind it. */
    private static final int MOST_BRACKETS = 2000;

    private static final int DEEPEST = 20;

    private static final Set<String> OPENING = Set.of("if", "for", "each");

    private final String text;
    private final int above;
    private final Set<String> aliases = new HashSet<>();
    private final SequencedSet<String> fields = new LinkedHashSet<>();

    private TemplateCheck(String text, int above) {
        this.text = text;
        this.above = above;
    }

    /** A template that can do nothing but what letters may, and the fields it uses. */
    record Checked(Template template, List<String> fields) {}

    /** Throws {@link LetterFault}; {@code above}: how many lines of the file stand above the text. */
    static Checked check(String text, int above) {
        return new TemplateCheck(text, above).run();
    }

    private Checked run() {
        var reserved = Placeholders.RESERVED.matcher(text);
        if (reserved.find()) {
            throw at(reserved.start(), "private-use characters cannot be used here");
        }
        refuseMore('{', "blanks and conditions");
        refuseMore('<', "angle brackets");
        var plain = COMMENT.matcher(text).replaceAll(c -> c.group().replaceAll("[^\\n]", " "));
        var strange = STRANGE.matcher(plain);
        if (strange.find()) {
            throw at(
                    strange.start(),
                    "after { comes a field, #if or #for, without a space; for the brace itself write \\{");
        }
        checkTags(plain);
        var template = parsed();
        template.getExpressions().forEach(this::checkExpression);
        return new Checked(template, List.copyOf(fields));
    }

    private void refuseMore(int bracket, String words) {
        if (text.chars().filter(c -> c == bracket).count() > MOST_BRACKETS) {
            throw new LetterFault(above + 1, 1, "the letter has more than %d %s".formatted(MOST_BRACKETS, words));
        }
    }

    private void checkTags(String plain) {
        var open = new ArrayDeque<String>();
        var tags = TAG.matcher(plain);
        while (tags.find()) {
            var name = tags.group(2);
            if (tags.group(1).equals("/")) {
                open.poll();
                continue;
            }
            var rest = tags.group(3);
            if (name.equals("if") || name.equals("else")) {
                if (!rest.isBlank() && !CONDITION.matcher(rest).matches()) {
                    throw at(tags.start(), "a condition is made of fields, !, && and || only");
                }
            } else if (name.equals("for")) {
                checkLoop(rest, tags.start());
            } else if (name.equals("each") && rest.strip().equals(LetterFields.LIST)) {
                aliases.add("it");
            } else {
                throw at(tags.start(), "only {#if}, {#else} and {#for … in signatories} are known here");
            }
            if (OPENING.contains(name)) {
                if (open.size() == DEEPEST) {
                    throw at(tags.start(), "conditions stand more than " + DEEPEST + " deep in each other");
                }
                if (!name.equals("if") && open.stream().anyMatch(o -> !o.equals("if"))) {
                    throw at(tags.start(), "a list cannot stand within a list");
                }
                open.push(name);
            }
        }
    }

    private void checkLoop(String rest, int position) {
        var loop = LOOP.matcher(rest);
        if (!loop.matches()) {
            throw at(position, "the only list is: {#for s in signatories}");
        }
        if (LetterFields.isRoot(loop.group(1))) {
            throw at(position, loop.group(1) + " is the name of a field; use another, such as s");
        }
        aliases.add(loop.group(1));
    }

    private Template parsed() {
        try {
            return Sandbox.parse(LINE_BREAK.matcher(text).replaceAll(Placeholders.BREAK));
        } catch (TemplateException e) {
            var origin = e.getOrigin();
            var message = e.getMessage().lines().findFirst().orElse("").replaceFirst("^Parser error[^:]*: ", "");
            throw origin == null
                    ? new LetterFault(above + 1, 1, message)
                    : new LetterFault(above + origin.getLine(), Math.max(1, origin.getLineCharacterStart()), message);
        }
    }

    private void checkExpression(Expression expression) {
        var parts = expression.getParts();
        var path = new StringBuilder();
        var substituted = false;
        for (var part : parts) {
            if (part.isVirtualMethod()) {
                checkCall(part.asVirtualMethod(), expression);
                substituted = true;
            } else if (substituted) {
                throw fault(expression, "nothing can follow ?:");
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getName());
            }
        }
        checkField(path.toString(), expression);
    }

    private void checkCall(Expression.VirtualMethodPart call, Expression expression) {
        if (!ELVIS.contains(call.getName()) || call.getParameters().size() != 1) {
            throw fault(expression, "fields have no methods");
        }
        checkSubstitute(call.getParameters().getFirst());
    }

    private void checkSubstitute(Expression other) {
        if (other.isLiteral() && other.getLiteral() instanceof String) {
            return;
        }
        if (other.toOriginalString().equals(LetterFields.LIST)) {
            throw fault(other, "a list cannot stand for a text");
        }
        checkExpression(other);
    }

    private void checkField(String path, Expression expression) {
        var dot = path.indexOf('.');
        var ofList = dot > 0
                && aliases.contains(path.substring(0, dot))
                && LetterFields.LIST_FIELDS.contains(path.substring(dot + 1));
        if (expression.hasNamespace() || expression.isLiteral() || !(ofList || LetterFields.isField(path))) {
            throw fault(expression, "unknown field " + expression.toOriginalString());
        }
        if (!ofList) {
            fields.add(path);
        }
    }

    private LetterFault fault(Expression expression, String message) {
        var origin = expression.getOrigin();
        return new LetterFault(above + origin.getLine(), Math.max(1, origin.getLineCharacterStart()), message);
    }

    private LetterFault at(int position, String message) {
        var before = text.substring(0, position);
        var line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new LetterFault(above + line, position - before.lastIndexOf('\n'), message);
    }
}
