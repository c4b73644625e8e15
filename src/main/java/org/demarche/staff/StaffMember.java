package org.demarche.staff;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Somebody who works at the desk. The name is what colleagues and the audit trail see; the address is sealed. */
@Entity
@Table(name = "staff_member")
public class StaffMember extends PanacheEntityBase {

    /** The actor of what no person did; nobody may be named so. */
    public static final String SYSTEM = "system";

    @Id
    UUID id;

    String name;

    @Column(name = "email_sealed")
    byte[] emailSealed;

    @Column(name = "email_index")
    byte[] emailIndex;

    @Column(name = "password_hash")
    String passwordHash;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "staff_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    Set<Role> roles = new TreeSet<>();

    boolean active;

    /** The mission a coordinator goes to; null for none. */
    @Column(name = "mission_code")
    String missionCode;

    @Column(name = "created_at")
    Instant createdAt;

    static Optional<StaffMember> byEmailIndex(byte[] index) {
        return find("emailIndex", (Object) index).firstResultOptional();
    }

    static Optional<StaffMember> named(String name) {
        return find("name", name).firstResultOptional();
    }

    static boolean isNameTaken(String name) {
        return count("lower(name) = ?1", name.toLowerCase(Locale.ROOT)) > 0;
    }

    public String name() {
        return name;
    }

    public Set<Role> roles() {
        return roles;
    }

    /** Whether somebody with this role does nothing that the member may not. */
    public boolean mayActAs(Role role) {
        return roles.contains(Role.ADMIN) || roles.contains(role);
    }

    /** Null for none. */
    public String missionCode() {
        return missionCode;
    }

    public UUID id() {
        return id;
    }

    public boolean active() {
        return active;
    }
}
