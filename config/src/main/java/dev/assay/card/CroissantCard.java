package dev.assay.card;

import dev.assay.config.ConfigException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A Croissant file, versions 0.8 to 1.1 (MLCommons, docs.mlcommons.org/croissant): JSON-LD about one schema.org Dataset.
 * Keys are taken as the standard's own context abbreviates them, or with the prefix {@code sc:} or {@code schema:}.
 */
final class CroissantCard {
    private static final String CONFORMS = "mlcommons.org/croissant/";
    private static final List<String> TYPES = List.of(
            "sc:Dataset", "Dataset", "schema:Dataset", "https://schema.org/Dataset", "http://schema.org/Dataset");
    private static final int DATE_LENGTH = 10;

    private final Declaration dataset;
    private final String version;

    private CroissantCard(Declaration dataset) {
        this.dataset = dataset;
        this.version = dataset.first("conformsTo", "dct:conformsTo").each().stream()
                .flatMap(one -> name(one).stream())
                .filter(address -> address.contains(CONFORMS))
                .map(address -> address.substring(address.indexOf(CONFORMS) + CONFORMS.length()))
                .findFirst()
                .orElse("0.8");
    }

    /** Whether a text begins as JSON does. */
    static boolean isOne(String text) {
        return text.stripLeading().startsWith("{");
    }

    /**
     * Reads a file.
     *
     * @param file what to call it
     * @param fallbackName the dataset's name if the file gives none
     * @throws ConfigException if it is no JSON or about no dataset
     */
    static ImportedCard read(String file, String text, String fallbackName, Optional<String> location) {
        Declaration json;
        try {
            json = Declaration.parse(text);
        } catch (IllegalArgumentException noJson) {
            throw new ConfigException(file + " is no JSON: " + noJson.getMessage());
        }
        boolean dataset = json.get("@type").texts().stream().anyMatch(TYPES::contains);
        if (!dataset) {
            throw new ConfigException(file + " is about no dataset: its `@type` is not `sc:Dataset`."
                    + " Name the Croissant file (often metadata.json or croissant.json), not the data.");
        }
        return new CroissantCard(json).card(fallbackName, location);
    }

    private ImportedCard card(String fallbackName, Optional<String> location) {
        Optional<String> title = schema("name").text();
        CardDraft draft = new CardDraft("a Croissant " + version + " file", title.orElse(fallbackName), location);
        draft.card().set("title", title);
        draft.card().set("description", schema("description").text());
        schema("personalSensitiveInformation")
                .text()
                .or(() ->
                        dataset.first("rai:personalSensitiveInformation", "rai:personalSensitiveInfo").texts().stream()
                                .findFirst())
                .ifPresent(unused -> draft.card()
                        .explain("personal-data", "described in words only; name the kinds that are meant"));
        CardDraft.Fields source = draft.source(title.orElse(fallbackName));
        source.set("title", title);
        source.set("version", schema("version").text());
        source.set("location", schema("url").text());
        source.setAll("issuer", issuers());
        source.set("date", date());
        source.setAll("format", formats());
        source.licences(licences());
        upstream(draft);
        columns(draft);
        return draft.finish();
    }

    private Declaration schema(String key) {
        return dataset.first(key, "sc:" + key, "schema:" + key, "https://schema.org/" + key);
    }

    /** What a node is called: its name, address or id, or itself where it is a single value. */
    private static Optional<String> name(Declaration node) {
        return node.text()
                .or(() -> node.first("name", "sc:name", "url", "@id", "@value").text());
    }

    private List<String> licences() {
        return schema("license").each().stream()
                .flatMap(one ->
                        one.text().or(() -> one.first("url", "@id", "name").text()).stream())
                .distinct()
                .toList();
    }

    /** Who published it, else who made it. */
    private List<String> issuers() {
        Declaration publisher = schema("publisher");
        Declaration who = publisher.value() == null ? schema("creator") : publisher;
        return who.each().stream().flatMap(one -> name(one).stream()).distinct().toList();
    }

    private Optional<String> date() {
        return schema("datePublished")
                .text()
                .filter(text -> text.length() >= DATE_LENGTH)
                .map(text -> text.substring(0, DATE_LENGTH))
                .filter(CroissantCard::isDay);
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private List<String> formats() {
        return schema("distribution").each().stream()
                .flatMap(file -> file.first("encodingFormat", "sc:encodingFormat").texts().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** {@code isBasedOn} of schema.org, and what version 1.1 says in the words of PROV-O. */
    private void upstream(CardDraft draft) {
        for (Declaration from : dataset.first("prov:wasDerivedFrom", "wasDerivedFrom", "isBasedOn", "sc:isBasedOn")
                .each()) {
            Optional<String> address =
                    from.first("prov:atLocation", "url", "@id").text();
            Optional<String> label = from.first("prov:label", "name").text();
            label.or(from::text).or(() -> address).ifPresent(named -> {
                CardDraft.Fields source = draft.upstream(named);
                source.set("title", label);
                source.set("location", address.or(from::text));
                source.licences(from.first("license", "sc:license").texts());
            });
        }
    }

    /** Fields that say which column they are taken from, with what is said about them. */
    private void columns(CardDraft draft) {
        for (Declaration set : dataset.first("recordSet", "cr:recordSet").each()) {
            for (Declaration field : set.first("field", "cr:field").each()) {
                Declaration extract = field.first("source", "cr:source").first("extract", "cr:extract");
                extract.first("column", "cr:column").text().ifPresent(path -> {
                    CardDraft.Fields column = draft.column(path);
                    column.set("description", field.get("description").text());
                    boolean label = field.first("dataType", "cr:dataType").texts().stream()
                            .anyMatch(type -> type.endsWith(":Label"));
                    column.set("role", label ? Optional.of("label") : Optional.empty());
                });
            }
        }
    }
}
