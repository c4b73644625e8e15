package org.demarche.common.page;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The frame around a page of the desk, which speaks English.
 *
 * @param title for the browser's tab
 * @param section the tab that is lit: overview, campaigns, letters, missions, deliveries, bundles, guard, mailbox, audit, staff, or empty
 * @param staff the name of the person at the desk; empty before sign-in, which also hides the tabs
 * @param role their roles, as words; {@code admin} stands alone
 */
public record DeskPage(String title, String section, String staff, String role) {

    private static final List<String> ROLES = List.of("admin", "campaigner", "exporter", "moderator", "coordinator");

    /** The tabs that not every member of staff may open; a missing one is open to all. */
    private static final Map<String, Set<String>> OPEN_TO = Map.ofEntries(
            Map.entry("settings", Set.of("admin")),
            Map.entry("my-mission", Set.of("coordinator")),
            Map.entry("letters", Set.of("admin", "campaigner", "moderator", "exporter")),
            Map.entry("missions", Set.of("admin", "campaigner", "moderator", "exporter")),
            Map.entry("campaigns", Set.of("admin", "campaigner", "moderator", "exporter")),
            Map.entry("deliveries", Set.of("admin", "campaigner")),
            Map.entry("bundles", Set.of("admin", "campaigner", "exporter")),
            Map.entry("guard", Set.of("admin", "moderator")),
            Map.entry("mailbox", Set.of("admin", "campaigner")),
            Map.entry("audit", Set.of("admin")),
            Map.entry("retention", Set.of("admin")),
            Map.entry("staff", Set.of("admin")));

    /** The frame for whoever is signed in. */
    public static DeskPage of(String title, String section, SecurityContext security) {
        return of(title, section, security.getUserPrincipal().getName(), security::isUserInRole);
    }

    /** The frame for a person with these roles. */
    public static DeskPage of(String title, String section, String staff, Predicate<String> role) {
        var roles = role.test("admin") ? "admin" : ROLES.stream().filter(role).collect(Collectors.joining(", "));
        return new DeskPage(title, section, staff, roles);
    }

    /** Whether the person at the desk may open this tab; the others are not shown. */
    public boolean opens(String tab) {
        var roles = OPEN_TO.get(tab);
        return roles == null || Arrays.stream(role.split(", ")).anyMatch(roles::contains);
    }

    public boolean signedIn() {
        return staff != null && !staff.isEmpty();
    }

    /** {@code page} where this tab is lit, as {@code aria-current} wants it; null leaves the attribute out. */
    public boolean lit(String tab) {
        return tab.equals(section);
    }
}
