package org.demarche.signing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.Locale;
import org.demarche.common.EmailAddress;

/**
 * What a signer told us of themselves: sealed in the database, never logged.
 *
 * @param region ISO 3166-2 code, or null
 * @param initials what to print for {@link Disclosure#INITIALS}, given by people whose name has no spaces; or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(String name, String email, String region, String city, String comment, String initials) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Person fromJson(String json) {
        try {
            return JSON.readValue(json, Person.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed person cannot be read", e);
        }
    }

    public Person withInitials(String given) {
        return new Person(name, email, region, city, comment, given);
    }

    EmailAddress address() {
        return new EmailAddress(email);
    }

    /** One person: one mailbox and one name. Never folded to ASCII, or 山田太郎 and 山田花子 would be one. */
    public static String key(EmailAddress email, String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        return mailboxKey(email) + "\u0000" + folded.strip();
    }

    public static String mailboxKey(EmailAddress email) {
        return email.value().toLowerCase(Locale.ROOT);
    }

    /** Never the person: this must not reach a log. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
