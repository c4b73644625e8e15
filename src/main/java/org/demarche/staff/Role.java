package org.demarche.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member of staff may do; {@code admin} may do all that the others may. */
public enum Role {
    ADMIN,
    CAMPAIGNER,
    MODERATOR,
    EXPORTER,
    COORDINATOR;

    /** The name as in {@code @RolesAllowed} and in the settings. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it opens, said to whoever gives it. */
    public String opens() {
        return switch (this) {
            case ADMIN -> "everything, the staff and the audit trail too";
            case CAMPAIGNER ->
                "campaigns, missions, mailbox; asks for letters and bundles, approves what another asked for";
            case MODERATOR ->
                "holds, releases or rejects signatures and words; turns the switches; sees no e-mail addresses";
            case EXPORTER -> "asks for bundles, approves and downloads them; exports signatures";
            case COORDINATOR -> "sees and downloads the finished bundles of one mission, and carries them there";
        };
    }

    public static Optional<Role> find(String tag) {
        return Arrays.stream(values()).filter(r -> r.tag().equals(tag)).findFirst();
    }

    /** The tags that somebody with these roles is granted. */
    public static Set<String> granted(Set<Role> roles) {
        var granted = roles.contains(ADMIN) ? Set.of(values()) : roles;
        return granted.stream().map(Role::tag).collect(Collectors.toUnmodifiableSet());
    }

    /** "campaigner, moderator": as people and the database read them. */
    static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::tag).collect(Collectors.joining(", "));
    }

    /** Reads back {@link #words}. */
    static Set<Role> read(String words) {
        return Arrays.stream(words.split(", "))
                .map(tag -> find(tag).orElseThrow())
                .collect(Collectors.toSet());
    }
}
