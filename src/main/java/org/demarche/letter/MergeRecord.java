package org.demarche.letter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.common.BadInput;
import org.demarche.common.Language;
import org.demarche.common.page.Spoken;
import org.demarche.mission.Mission;
import org.demarche.pdf.PenStrokes;

/** The values for the blanks of one letter in one language: nested maps of text with every field, empty ones included. */
public final class MergeRecord {

    /** China's instrument of accession to the 1951 Convention and the 1967 Protocol: United Nations Treaty Collection. */
    private static final LocalDate ACCESSION = LocalDate.of(1982, 9, 24);

    private static final int MOST_SIGNATORIES = 200;

    private final Map<String, Object> values;
    private final Layout layout;
    private final Optional<PenStrokes> drawn;

    private MergeRecord(Map<String, Object> values, Layout layout, Optional<PenStrokes> drawn) {
        this.values = values;
        this.layout = layout;
        this.drawn = drawn;
    }

    /** The signature that the signer drew. */
    Optional<PenStrokes> drawn() {
        return drawn;
    }

    /** How it lies on its paper. */
    Layout layout() {
        return layout;
    }

    /** Every field by its name, as the template engine sees it; not to be changed. */
    Map<String, Object> values() {
        return values;
    }

    /** The value of a field such as {@code signer.name}; the empty string where it is empty. */
    public String text(String field) {
        Object level = values;
        for (var name : field.split("\\.")) {
            level = ((Map<?, ?>) level).get(name);
        }
        return level.toString();
    }

    boolean isEmpty(String field) {
        return field.equals(LetterFields.LIST)
                ? ((List<?>) values.get(field)).isEmpty()
                : text(field).isEmpty();
    }

    /** This record with the letter's own addressee, greeting and place where it has none. */
    MergeRecord withDefaults(FrontMatter front) {
        var builder = toBuilder();
        Map.of(
                        "addressee.name", "addresseeName",
                        "addressee.title", "addresseeTitle",
                        "addressee.salutation", "salutation",
                        "letter.place", "place")
                .forEach((field, entry) -> {
                    if (text(field).isEmpty()) {
                        builder.text(field, front.text(entry));
                    }
                });
        return builder.build();
    }

    /** This record with another value in one field. */
    MergeRecord with(String field, String value) {
        return toBuilder().text(field, value).build();
    }

    /** This record with other values in these fields. */
    MergeRecord with(List<String> fields, List<String> others) {
        var builder = toBuilder();
        for (int i = 0; i < fields.size(); i++) builder.text(fields.get(i), others.get(i));
        return builder.build();
    }

    /** A builder that begins with these values. */
    Builder toBuilder() {
        var builder = builder();
        builder.layout = layout;
        builder.drawn = drawn;
        builder.texts.putAll(texts());
        builder.signatories.addAll(signatories());
        return builder;
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        LetterFields.texts().forEach(field -> texts.put(field, text(field)));
        return texts;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, String>> signatories() {
        return (List<Map<String, String>>) values.get(LetterFields.LIST);
    }

    /** Every blank filled, with as many signatories as a letter may have: what a template makes of the most. */
    static MergeRecord crowded() {
        var full = builder();
        LetterFields.texts().forEach(field -> full.text(field, "x"));
        for (var i = 0; i < MOST_SIGNATORIES; i++) {
            full.signatory("x", "x");
        }
        return full.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Gathers the values; what is not given stays empty. */
    public static final class Builder {

        private final Map<String, String> texts = new LinkedHashMap<>();
        private final List<Map<String, String>> signatories = new ArrayList<>();
        private Layout layout = Layout.plain(Layout.Paper.A4);
        private Optional<PenStrokes> drawn = Optional.empty();

        private Builder() {}

        /** Paper and window; A4 without a window where nothing is said. */
        public Builder layout(Layout layout) {
            this.layout = layout;
            return this;
        }

        /** What stands above the name in the signature block. */
        public Builder drawn(Optional<PenStrokes> signature) {
            drawn = signature;
            return this;
        }

        public Builder addressee(String name, String title, String salutation) {
            return text("addressee.name", name).text("addressee.title", title).text("addressee.salutation", salutation);
        }

        /** The mission that passes the letter on, with its names in the letter's language. */
        public Builder mission(Mission mission, Language language) {
            return text("mission.name", mission.nameIn(language))
                    .text("mission.city", mission.city(language))
                    .text("mission.head", headOf(mission, language))
                    .text("mission.address", AddressLine.of(mission, language));
        }

        private static String headOf(Mission mission, Language language) {
            var title = mission.headTitle(language);
            return language == Language.EN ? "The " + title : title;
        }

        /** Facts by field name, such as {@code name} and {@code website}; names that letters do not know are left out. */
        public Builder organisation(Map<String, String> facts) {
            facts.forEach((name, value) -> {
                if (LetterFields.isText("organisation." + name)) {
                    text("organisation." + name, value);
                }
            });
            return this;
        }

        /** What the supporter chose to show: a full name, initials, or words such as "A resident of Japan". */
        public Builder signer(String name, String city, String region, String country) {
            return text("signer.name", name)
                    .text("signer.city", city)
                    .text("signer.region", region)
                    .text("signer.country", country);
        }

        /** The supporter's own words: text with paragraphs, never Markdown or template. */
        public Builder comment(String words) {
            texts.put("comment", Printable.paragraphs(words));
            return this;
        }

        /** Date, place and file number; the date also tells how many years ago China acceded to the Convention. */
        public Builder letter(LocalDate date, String place, String reference, Language language) {
            return text("letter.date", date == null ? "" : Spoken.date(date, language))
                    .text("letter.place", place)
                    .text("letter.reference", reference)
                    .text("yearsSinceAccession", date == null ? "" : "" + ChronoUnit.YEARS.between(ACCESSION, date));
        }

        /** How many signed in how many countries by which day; one or none is left empty. */
        public Builder signatures(long count, int countries, LocalDate asOf, Language language) {
            return text("signatures.count", count > 1 ? Spoken.figure(count) : "")
                    .text("signatures.countries", countries > 1 ? Spoken.figure(countries) : "")
                    .text("signatures.asOf", asOf == null ? "" : Spoken.date(asOf, language));
        }

        public Builder campaign(String title, String occasion, LocalDate date, Language language) {
            return text("campaign.title", title)
                    .text("campaign.occasion", occasion)
                    .text("campaign.date", date == null ? "" : Spoken.date(date, language));
        }

        /** One more signatory of an open letter, in the order in which they sign. */
        public Builder signatory(String name, String titles) {
            if (signatories.size() == MOST_SIGNATORIES) {
                throw new BadInput(LetterFields.LIST, "at most " + MOST_SIGNATORIES);
            }
            signatories.add(Map.of("name", Printable.line(name), "titles", Printable.line(titles)));
            return this;
        }

        /** Any field of text by its path; {@link BadInput} for one that letters do not have. */
        public Builder text(String field, String value) {
            if (!LetterFields.isText(field)) {
                throw new BadInput(field, "unknown field");
            }
            if (field.equals("comment")) {
                return comment(value);
            }
            texts.put(field, Printable.line(value));
            return this;
        }

        public MergeRecord build() {
            var values = new LinkedHashMap<String, Object>();
            for (var group : LetterFields.groups()) {
                var level = new LinkedHashMap<String, Object>();
                LetterFields.inGroup(group)
                        .forEach(name -> level.put(name, texts.getOrDefault(group + "." + name, "")));
                values.put(group, level);
            }
            LetterFields.single().forEach(name -> values.put(name, texts.getOrDefault(name, "")));
            values.put(LetterFields.LIST, List.copyOf(signatories));
            return new MergeRecord(values, layout, drawn);
        }
    }
}
