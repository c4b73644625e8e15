package org.demarche.site;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.common.Problem;

/** What the validator found, by the names of fields as the caller knows them. */
final class Violations {

    private Violations() {}

    /** Empty where it was our answer that broke the rule, and not what was sent. */
    static Optional<List<Problem>> ofInput(ConstraintViolationException e) {
        var problems = new ArrayList<Problem>();
        for (var violation : e.getConstraintViolations()) {
            if (isOurs(violation)) {
                return Optional.empty();
            }
            problems.add(new Problem(field(violation.getPropertyPath()), violation.getMessage()));
        }
        return Optional.of(problems);
    }

    private static boolean isOurs(ConstraintViolation<?> violation) {
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    /** The properties below the method's parameter; the parameter's own name where there are none. */
    private static String field(Path path) {
        var nodes = new ArrayList<Path.Node>();
        path.forEach(nodes::add);
        var properties = nodes.stream()
                .filter(n -> n.getKind() == ElementKind.PROPERTY)
                .map(Path.Node::getName)
                .collect(Collectors.joining("."));
        return properties.isEmpty() ? nodes.getLast().getName() : properties;
    }
}
