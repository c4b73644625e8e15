package org.demarche.mission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.common.EmailAddress;
import org.demarche.common.Language;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** An embassy, consulate or office that letters are handed to; the office, never a private person. */
@Entity
@Table(name = "mission")
public class Mission extends PanacheEntityBase {

    @Id
    String code;

    @Column(name = "sending_state")
    String sendingState;

    @Enumerated(EnumType.STRING)
    MissionType type;

    @Column(name = "name_en")
    String nameEn;

    @Column(name = "name_local")
    String nameLocal;

    @Column(name = "host_country")
    String hostCountry;

    String city;

    @Column(name = "postal_address")
    String postalAddress;

    @Column(name = "postal_code")
    String postalCode;

    String phone;

    String fax;

    String email;

    String website;

    String jurisdiction;

    String source;

    @Enumerated(EnumType.STRING)
    Confidence confidence;

    @Column(name = "postal_address_local")
    String postalAddressLocal;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "mission_jurisdiction", joinColumns = @JoinColumn(name = "mission"))
    @OrderColumn(name = "position")
    List<Jurisdiction> jurisdictions = new ArrayList<>();

    @OneToMany(mappedBy = "mission", fetch = FetchType.EAGER, cascade = CascadeType.PERSIST)
    @Fetch(FetchMode.SUBSELECT)
    @OrderBy("at desc")
    List<Verification> verifications = new ArrayList<>();

    public String code() {
        return code;
    }

    /** ISO 3166-1 alpha-2, or {@code UN}. */
    public String sendingState() {
        return sendingState;
    }

    public MissionType type() {
        return type;
    }

    /** The name in the language; in English where the directory has none. */
    public String nameIn(Language language) {
        return NamesByScript.find(nameLocal, hostCountry, language).orElse(nameEn);
    }

    /** What its head is called in the language, such as Consul-General. */
    public String headTitle(Language language) {
        return HeadTitle.of(type, sendingState).in(language);
    }

    public String hostCountry() {
        return hostCountry;
    }

    public String city(Language language) {
        return Cities.name(city, language);
    }

    /** The postal address, one entry a line, in Latin script. */
    public List<String> addressLines() {
        return lines(postalAddress);
    }

    /** The postal address in the host country's script, ready for an envelope; empty where there is none. */
    public List<String> localAddressLines() {
        return lines(postalAddressLocal);
    }

    /** The postal address in the host country's script where the language reads it, else in Latin script. */
    public List<String> addressLines(Language language) {
        return hostLanguage().equals(language.tag()) && !postalAddressLocal.isEmpty()
                ? localAddressLines()
                : addressLines();
    }

    /** BCP 47 tag of the script in {@link #localAddressLines}. */
    public String hostLanguage() {
        return switch (hostCountry) {
            case "JP" -> "ja";
            case "KR" -> "ko";
            case "CN" -> "zh-Hans";
            default -> "en";
        };
    }

    public String phone() {
        return phone;
    }

    public String website() {
        return website;
    }

    /** What it answers for, as the directory words it. */
    public String jurisdiction() {
        return jurisdiction;
    }

    /** Where the row's data come from. */
    public String source() {
        return source;
    }

    /** The clock by which its quiet hours are reckoned. */
    public ZoneId zone() {
        return MissionZone.of(hostCountry, city);
    }

    public Confidence confidence() {
        return confidence;
    }

    /** The address as the directory has it; empty where it has none. Only {@link #verifiedAddress} may be mailed. */
    public String email() {
        return email;
    }

    public List<Jurisdiction> jurisdictions() {
        return List.copyOf(jurisdictions);
    }

    /** The newest first. */
    public List<Verification> verifications() {
        return List.copyOf(verifications);
    }

    /** Where mail may go: what a person verified within a year and the directory still says. */
    public Optional<EmailAddress> verifiedAddress(Instant now) {
        return verified(now).map(Verification::email).flatMap(EmailAddress::parse);
    }

    /** The verification that holds now; one that is older than a year, or speaks of another address, does not. */
    public Optional<Verification> verified(Instant now) {
        return newest().filter(v -> v.holds(now) && v.email.equals(email));
    }

    /** Whether it stands in the country or answers for some of it. */
    boolean concerns(String country) {
        return hostCountry.equals(country)
                || jurisdictions.stream().anyMatch(j -> j.country().equals(country));
    }

    boolean hasWholeOrRemainder(String country, String region) {
        return jurisdictions.stream().anyMatch(j -> j.covers(country, region) && j.isWholeOrRemainder());
    }

    Optional<Verification> newest() {
        return verifications.stream().findFirst();
    }

    /** Notes that a person found the address right; the directory takes it over. */
    void verify(String by, String verifiedEmail, String note, Instant now) {
        var verification = new Verification();
        verification.mission = this;
        verification.at = now;
        verification.by = by;
        verification.email = verifiedEmail;
        verification.note = note;
        verifications.addFirst(verification);
        email = verifiedEmail;
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\\|"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
