package dev.assay.card;

import dev.assay.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dataset card as Hugging Face keeps it: {@code README.md} with YAML between two lines of three hyphens (Hub
 * documentation, "Dataset Cards", 2026), then Markdown whose first list names homepage and repository.
 */
final class HuggingFaceCard {
    private static final String KIND = "a Hugging Face dataset card";
    private static final String FENCE = "---";
    private static final String EXTENDED = "extended|";

    /** {@code - **Homepage:** [name](address)} or the address alone. */
    private static final Pattern HOMEPAGE =
            Pattern.compile("^[-*] +\\*\\*(Homepage|Repository)(:\\*\\*|\\*\\*:).*?(https?://[^\\s)>\\]]+).*$");

    private HuggingFaceCard() {}

    /** Whether a text begins as such a card does. */
    static boolean isOne(String text) {
        return text.startsWith(FENCE + "\n") || text.startsWith(FENCE + "\r\n");
    }

    /**
     * Reads a card.
     *
     * @param file what to call it
     * @param fallbackName the dataset's name if the card gives none
     * @throws ConfigException if there is no YAML at its head
     */
    static ImportedCard read(String file, String text, String fallbackName, Optional<String> location) {
        List<String> lines = text.lines().toList();
        int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end == 0) {
            throw new ConfigException(file + " begins with --- and never ends that block; close it with a line ---.");
        }
        Declaration head = head(file, String.join("\n", lines.subList(1, end)));
        String name = head.get("pretty_name").text().orElse(fallbackName);
        CardDraft draft = new CardDraft(KIND, fallbackName, location);
        draft.card().set("title", head.get("pretty_name").text());
        CardDraft.Fields source = draft.source(name);
        source.set("title", head.get("pretty_name").text());
        source.set("location", homepage(lines.subList(end, lines.size())));
        source.licences(licences(head));
        for (String origin : head.get("source_datasets").texts()) {
            upstream(origin).ifPresent(from -> draft.upstream(from).set("title", Optional.of(from)));
        }
        return draft.finish();
    }

    private static Declaration head(String file, String yaml) {
        try {
            Declaration head = Declaration.parse(yaml);
            if (head.isGroup()) {
                return head;
            }
        } catch (IllegalArgumentException noYaml) {
            throw new ConfigException(file + ": the block between the lines --- is no YAML: " + noYaml.getMessage());
        }
        throw new ConfigException(file + ": the block between the lines --- holds no keys.");
    }

    /** A list, one name, or lists by configuration. {@code other} is told by its own name where the card has one. */
    private static List<String> licences(Declaration head) {
        List<String> names = new ArrayList<>();
        for (Declaration licence : head.get("license").members()) {
            licence.text().ifPresent(names::add);
        }
        Optional<String> own = head.first("license_name", "license_link").text();
        if (own.isPresent() && names.equals(List.of("other"))) {
            return List.of(own.get());
        }
        return names.stream().distinct().toList();
    }

    /** {@code original} is no other dataset; {@code extended|other} and {@code extended|other-name} are some. */
    private static Optional<String> upstream(String origin) {
        if (origin.equals("original") || origin.isEmpty()) {
            return Optional.empty();
        }
        String named = origin.startsWith(EXTENDED) ? origin.substring(EXTENDED.length()) : origin;
        return Optional.of(named.startsWith("other-") ? named.substring("other-".length()) : named);
    }

    private static Optional<String> homepage(List<String> body) {
        return body.stream()
                .map(HOMEPAGE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(3))
                .findFirst();
    }
}
