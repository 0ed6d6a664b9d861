package dev.assay.card;

import dev.assay.config.DatasetCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A card in the making. What is never set is written as undeclared, so that a gap can be seen and filled. */
final class CardDraft {
    /** Keys of a card that say something about rights and duties, in the order they are written. */
    private static final List<String> CARD = List.of(
            "title",
            "description",
            "owner",
            "steward",
            "custodian",
            "modality",
            "purposes",
            "classification",
            "personal-data",
            "format");

    private static final List<String> SOURCE = List.of(
            "title",
            "version",
            "description",
            "location",
            "issuer",
            "origin",
            "origin-geography",
            "date",
            "generation-method",
            "format",
            "license",
            "legal-basis",
            "consents",
            "intended-purpose",
            "processing-included",
            "processing-excluded",
            "storage-allowed",
            "storage-forbidden",
            "retention",
            "supplier");

    private final String kind;
    private final String id;
    private final Optional<String> location;
    private final Fields card = new Fields();
    private final Map<String, Fields> sources = new LinkedHashMap<>();
    private final Map<String, Fields> columns = new LinkedHashMap<>();

    /** What is known of one thing: values of keys, and why a key has none. */
    static final class Fields {
        private final Map<String, List<String>> values = new LinkedHashMap<>();
        private final Map<String, String> reasons = new LinkedHashMap<>();
        private boolean derived;

        void set(String key, Optional<String> value) {
            value.ifPresent(text -> values.put(key, List.of(text)));
        }

        /** Sets a key that takes a list, if there is anything to set. */
        void setAll(String key, List<String> texts) {
            if (!texts.isEmpty()) {
                values.put(key + "[]", List.copyOf(texts));
            }
        }

        /** Says why a key is undeclared although something was said about it. */
        void explain(String key, String reason) {
            reasons.put(key, reason);
        }

        /** Sets the licences that all apply, or says why none is known. */
        void licences(List<String> names) {
            List<String> known = names.stream()
                    .flatMap(name -> LicenceName.toSpdx(name).stream())
                    .distinct()
                    .toList();
            List<String> others = names.stream()
                    .filter(name -> LicenceName.toSpdx(name).isEmpty())
                    .toList();
            boolean doubtful = others.stream().anyMatch(name -> !LicenceName.saysNothing(name));
            if (!known.isEmpty() && others.isEmpty()) {
                set(
                        "license",
                        Optional.of(known.size() == 1 ? known.get(0) : "(" + String.join(") AND (", known) + ")"));
            } else if (doubtful) {
                explain("license", "said to be " + quoted(names) + ", which is no certain SPDX expression");
            } else if (!others.isEmpty()) {
                explain("license", "said to be " + quoted(names));
            }
        }

        private static String quoted(List<String> names) {
            return String.join(", ", names.stream().map(CardDraft::quote).toList());
        }
    }

    /**
     * A card of which nothing is known yet.
     *
     * @param kind what it is made of
     * @param name the dataset's name, of which its id is made
     * @param location where the bytes lie; empty if that is for the user to say
     */
    CardDraft(String kind, String name, Optional<String> location) {
        this.kind = kind;
        this.id = DatasetCard.idFor(name);
        this.location = location;
    }

    Fields card() {
        return card;
    }

    /** The source with a name; made where there is none. */
    Fields source(String name) {
        return sources.computeIfAbsent(DatasetCard.idFor(name), unused -> new Fields());
    }

    /** A source of the source: named, and nothing else is known but what the caller sets. */
    Fields upstream(String name) {
        Fields fields = source(name);
        fields.derived = true;
        return fields;
    }

    Fields column(String path) {
        return columns.computeIfAbsent(path, unused -> new Fields());
    }

    ImportedCard finish() {
        List<String> declared = new ArrayList<>();
        List<String> undeclared = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        text.append("# Made by `assay card import` of ")
                .append(kind)
                .append(". Only what that declares is filled in;\n");
        text.append("# a key marked `undeclared` is for whoever knows: take the # away and write the value.\n\n");
        text.append("id: ").append(quote(id)).append('\n');
        write(card, CARD, "", "", declared, undeclared, text);
        text.append(location.map(where -> "location: " + quote(where)).orElse("#location: data"))
                .append('\n');
        if (!columns.isEmpty()) {
            text.append("\ncolumns:\n");
            columns.forEach((path, fields) -> {
                text.append("  - path: ").append(quote(path)).append('\n');
                write(
                        fields,
                        List.copyOf(keys(fields)),
                        "    ",
                        "columns." + path + ".",
                        declared,
                        new ArrayList<>(),
                        text);
            });
        }
        text.append("\nsources:\n");
        sources.forEach((source, fields) -> {
            text.append("  - id: ").append(quote(source)).append('\n');
            if (fields.derived) {
                text.append(
                        "    # Named as what the dataset was made from; its terms limit what the dataset may be used for.\n");
            }
            write(fields, SOURCE, "    ", "sources." + source + ".", declared, undeclared, text);
        });
        return new ImportedCard(kind, text.toString(), declared, undeclared);
    }

    private static List<String> keys(Fields fields) {
        return fields.values.keySet().stream().map(key -> key.replace("[]", "")).toList();
    }

    private static void write(
            Fields fields,
            List<String> keys,
            String indent,
            String path,
            List<String> declared,
            List<String> undeclared,
            StringBuilder text) {
        for (String key : keys) {
            List<String> single = fields.values.get(key);
            List<String> several = fields.values.get(key + "[]");
            if (single != null) {
                declared.add(path + key);
                text.append(indent)
                        .append(key)
                        .append(": ")
                        .append(quote(single.get(0)))
                        .append('\n');
            } else if (several != null) {
                declared.add(path + key);
                List<String> quoted = several.stream().map(CardDraft::quote).toList();
                text.append(indent)
                        .append(key)
                        .append(": [")
                        .append(String.join(", ", quoted))
                        .append("]\n");
            } else {
                undeclared.add(path + key);
                String reason = fields.reasons.get(key);
                text.append(indent).append('#').append(key).append(": undeclared");
                text.append(reason == null ? "" : " (" + reason + ")").append('\n');
            }
        }
    }

    /** A double-quoted YAML scalar on one line; what YAML does not print is escaped. */
    static String quote(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (point == '\n') {
                quoted.append("\\n");
            } else if (isPrintable(point)) {
                quoted.appendCodePoint(point);
            } else {
                quoted.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
            }
        });
        return quoted.append('"').toString();
    }

    /** What stays itself within quotes: no controls, no line breaks, nothing that turns or hides what a reader sees. */
    private static boolean isPrintable(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED;
    }
}
