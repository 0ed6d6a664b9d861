package dev.assay.config;

import dev.assay.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Findings that somebody answers for: known values, values of a known form, or whole columns. A scan counts what the
 * values and patterns match apart from the rest, which is a fact; the policy's verdict sets it aside until the entry
 * expires, which is judgement. Patterns are read further up; here they are text.
 *
 * @param id unique in its policy, kebab-case
 * @param values keyed digests of the values, sorted; see {@code assay digest}
 * @param valueKey names the key the digests were made with; empty without values
 * @param patterns what the whole text of a finding must match, any of them
 * @param columns patterns over column paths; empty for all
 * @param entities entity types; empty for all
 * @param owner who answers for it
 * @param reason why it is harmless
 * @param expires last day it counts, in UTC
 */
public record Suppression(
        String id,
        List<String> values,
        String valueKey,
        List<String> patterns,
        List<ColumnGlob> columns,
        List<EntityType> entities,
        String owner,
        String reason,
        LocalDate expires) {
    private static final int MOST_VALUES = 100_000;
    private static final LocalDate NEVER = LocalDate.of(1970, 1, 1);

    public Suppression {
        values = values.stream().distinct().sorted().toList();
        patterns = patterns.stream().distinct().sorted().toList();
        columns = List.copyOf(columns);
        entities = entities.stream().distinct().sorted().toList();
    }

    static Suppression read(Section entry) {
        List<String> values = entry.list("values", Values::sha256);
        String key = entry.find("value-key", Suppression::keyId).orElse("");
        List<String> patterns = entry.texts("patterns");
        List<ColumnGlob> columns = entry.list("columns", ColumnGlob::new);
        if (values.isEmpty() && patterns.isEmpty() && columns.isEmpty()) {
            entry.problem("", "suppresses everything; give `values`, `patterns` or `columns`");
        }
        if (values.isEmpty() == !key.isEmpty()) {
            entry.problem("", "needs `values` and `value-key` together; `assay digest` prints both");
        }
        if (values.size() > MOST_VALUES) {
            entry.problem("values", values.size() + " values are more than " + MOST_VALUES + "; write a pattern");
        }
        return new Suppression(
                entry.require("id").get("id", "unnamed", Names::parse),
                values,
                key,
                patterns,
                columns,
                entry.list("entities", EntityTypes.loaded()::parse),
                entry.text("owner"),
                entry.text("reason"),
                entry.require("expires").findDate("expires").orElse(NEVER));
    }

    private static String keyId(String text) {
        if (!text.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("`" + text + "` names no key, write 16 hex digits in lower case");
        }
        return text;
    }

    /** Whether a scan has to look at each finding; else the column and the type say it all. */
    public boolean looksAtText() {
        return !values.isEmpty() || !patterns.isEmpty();
    }

    /** Whether findings of a type in a column are in its scope. */
    public boolean takes(String entity, String column) {
        return (entities.isEmpty()
                        || entities.stream().anyMatch(type -> type.name().equals(entity)))
                && (columns.isEmpty() || columns.stream().anyMatch(glob -> glob.matches(column)));
    }

    /** Whether it still counts on a day. */
    public boolean inForce(LocalDate day) {
        return !day.isAfter(expires);
    }

    /** Digest of what it matches, and of nothing a person may change without a new scan. */
    public String matchSha256() {
        return match().build().sha256();
    }

    private JsonObject.Builder match() {
        SortedSet<String> types = new TreeSet<>();
        entities.forEach(type -> types.add(type.name()));
        return JsonObject.builder()
                .putStrings("values", values)
                .put("valueKey", valueKey)
                .putStrings("patterns", patterns)
                .putStrings("columns", ColumnGlob.patterns(columns))
                .putStrings("entities", types);
    }

    /** As it enters the policy's digest. */
    JsonObject toJson() {
        return match().put("id", id)
                .put("owner", owner)
                .put("reason", reason)
                .put("expires", expires.toString())
                .build();
    }
}
