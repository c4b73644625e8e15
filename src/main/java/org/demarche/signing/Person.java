package org.demarche.signing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
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
    private static final ObjectReader READER = JSON.readerFor(Person.class);
    private static final ObjectWriter WRITER = JSON.writerFor(Person.class);

    /** Format characters, joiners among them, fillers, and variation selectors: how 辻 is drawn makes no other family. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");

    String toJson() {
        try {
            return WRITER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Person fromJson(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sealed person cannot be read", e);
        }
    }

    public Person withInitials(String given) {
        return new Person(name, email, region, city, comment, given);
    }

    /** Without what staff have not read, or refused. */
    Person withoutComment() {
        return new Person(name, email, region, city, null, initials);
    }

    EmailAddress address() {
        return new EmailAddress(email);
    }

    /** One person: one mailbox and one name. Never folded to ASCII, or 山田太郎 and 山田花子 would be one. */
    public static String key(EmailAddress email, String name) {
        return mailboxKey(email) + "\u0000" + nameKey(name);
    }

    /** One spelling of a name: width, case, blanks and what cannot be seen make no second person. */
    public static String nameKey(String name) {
        return UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
    }

    public static String mailboxKey(EmailAddress email) {
        return MailboxKey.of(email);
    }

    /** Never the person: this must not reach a log. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
