package org.demarche;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every door of the house as its code declares it: verb, path, and who may pass. */
public final class Routes {

    /** @param roles null for everybody */
    public record Route(String verb, String path, String consumes, Set<String> roles) {

        @Override
        public String toString() {
            return "%-6s %s: %s".formatted(verb, path, roles == null ? "everybody" : String.join(" ", roles));
        }
    }

    private Routes() {}

    public static List<Route> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.demarche").stream()
                        .filter(c -> c.isAnnotatedWith(Path.class))
                        .map(c -> c.reflect())
                        .flatMap(c -> Arrays.stream(c.getDeclaredMethods())
                                .filter(m -> verb(m) != null)
                                .map(m -> route(c, m)))
                        .distinct()
                        .toList();
    }

    private static Route route(Class<?> type, Method method) {
        var own = method.getAnnotation(Path.class);
        var path = (type.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value()))
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
        return new Route(verb(method), path, consumes(type, method), roles(type, method));
    }

    private static String verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(a -> a != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static String consumes(Class<?> type, Method method) {
        var declared = nearest(Consumes.class, type, method);
        return declared == null ? "*/*" : declared.value()[0];
    }

    private static Set<String> roles(Class<?> type, Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return null;
        }
        var allowed = nearest(RolesAllowed.class, type, method);
        return allowed == null ? null : new TreeSet<>(List.of(allowed.value()));
    }

    private static <A extends Annotation> A nearest(Class<A> kind, Class<?> type, Method method) {
        var own = method.getAnnotation(kind);
        return own == null ? type.getAnnotation(kind) : own;
    }
}
