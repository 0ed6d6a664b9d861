package dev.assay.provenance;

import dev.assay.config.DeclaredColumn;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column says of where its row came from. */
public enum OriginRole {
    /** Names the source, by an address or otherwise. */
    SOURCE("source", "source_name", "data_source", "provenance", "origin", "dataset_source"),
    URL("url", "source_url", "uri", "source_uri", "link", "page_url", "warc_target_uri"),
    LICENSE("license", "licence", "licenses", "licences", "spdx", "license_id", "repo_license"),
    AUTHOR("author", "authors", "creator", "created_by", "username", "user_name"),
    TIMESTAMP("timestamp", "date", "created", "created_at", "crawl_date", "fetched_at", "published", "published_at");

    /** Unmodifiable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> names;

    OriginRole(String... names) {
        this.names = Set.of(names);
    }

    /** The name in records; the card's word for it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the role can be told from a cell to name a place of the web. */
    boolean namesPlaces() {
        return this == SOURCE || this == URL;
    }

    /** The role that a column's name stands for: its last step, in any case, hyphens as underscores. */
    static Optional<OriginRole> named(String path) {
        String plain = path.endsWith("[]") ? path.substring(0, path.length() - 2) : path;
        String last = plain.substring(plain.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
        for (OriginRole role : values()) {
            if (role.names.contains(last)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    static Optional<OriginRole> declared(DeclaredColumn.Role role) {
        return switch (role) {
            case SOURCE -> Optional.of(SOURCE);
            case URL -> Optional.of(URL);
            case LICENSE -> Optional.of(LICENSE);
            case AUTHOR -> Optional.of(AUTHOR);
            case TIMESTAMP -> Optional.of(TIMESTAMP);
            case TEXT, LABEL, KEY, SENSITIVE, PROXY -> Optional.empty();
        };
    }
}
