package dev.assay.config;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Acceptance criteria for datasets ({@code policy.yaml}).
 *
 * @param id name under which the policy is kept
 * @param version of the owner's choosing
 * @param title for people; may be empty
 * @param maxAge how old a manifest may be when a training run starts; null for no limit
 * @param bytes the ways the gate may verify a dataset's bytes in, sorted, at least one
 * @param suppressions findings that are known and accepted for a time
 * @param rules at least one, in the order they are judged and reported
 */
public record Policy(
        String id,
        String version,
        String title,
        @Nullable Duration maxAge,
        List<BytesVerification> bytes,
        List<Suppression> suppressions,
        List<Rule> rules) {
    static final String BUILT_IN = "dev/assay/config/default-policy.yaml";
    private static final List<BytesVerification> ANY_BYTES = List.of(BytesVerification.values());
    private static final int MOST_SUPPRESSIONS = 1_000;

    public Policy {
        bytes = bytes.stream().distinct().sorted().toList();
        suppressions = List.copyOf(suppressions);
        rules = List.copyOf(rules);
    }

    /** The policy for a workspace that names none. */
    public static Policy builtIn() {
        return YamlFile.resource(Policy.class.getClassLoader(), BUILT_IN).as(Policy::read);
    }

    /**
     * Reads a policy file.
     *
     * @throws ConfigException with all problems
     */
    public static Policy read(Path file) {
        return YamlFile.read(file).as(Policy::read);
    }

    static Policy read(Section section) {
        List<Rule> rules = section.sections("rules", Rule::read);
        if (rules.isEmpty()) {
            section.problem("rules", "has no rules, so everything would pass; copy some with `assay init`");
        }
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!rule.id().isEmpty() && !ids.add(rule.id())) {
                section.problem("rules", "two rules have the id `" + rule.id() + "`; ids must differ");
            }
        }
        return new Policy(
                section.get("id", "policy", Names::parse),
                section.text("version", "1"),
                section.text("title", ""),
                section.findDuration("max-age").orElse(null),
                bytes(section),
                suppressions(section),
                rules);
    }

    private static List<BytesVerification> bytes(Section section) {
        List<BytesVerification> bytes =
                section.findChoices("bytes", BytesVerification.class).orElse(ANY_BYTES);
        if (bytes.isEmpty()) {
            section.problem("bytes", "names no way, so no training run could start; leave it out to allow each");
        }
        return bytes;
    }

    private static List<Suppression> suppressions(Section section) {
        List<Suppression> suppressions = section.sections("suppressions", Suppression::read);
        if (suppressions.size() > MOST_SUPPRESSIONS) {
            section.problem(
                    "suppressions",
                    suppressions.size() + " entries are more than " + MOST_SUPPRESSIONS + "; join some");
        }
        Set<String> ids = new HashSet<>();
        for (Suppression suppression : suppressions) {
            if (!ids.add(suppression.id())) {
                section.problem(
                        "suppressions", "two suppressions have the id `" + suppression.id() + "`; ids must differ");
            }
        }
        return suppressions;
    }

    /** The policy as it enters its digest. */
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("schema", "dev.assay/policy/v1")
                .put("id", id)
                .put("version", version)
                .put("title", title)
                .put("maxAgeSeconds", maxAge == null ? Json.nothing() : Json.of(maxAge.toSeconds()))
                .put("rules", rules.stream().map(Rule::toJson).toList());
        if (!bytes.equals(ANY_BYTES)) {
            json.put("bytes", bytes.stream().map(way -> Json.of(way.label())).toList());
        }
        if (!suppressions.isEmpty()) {
            json.put(
                    "suppressions",
                    suppressions.stream().map(Suppression::toJson).toList());
        }
        return json.build();
    }

    /** SHA-256 over the canonical JSON: layout, comments and spelled-out defaults do not change it. */
    public String sha256() {
        return toJson().sha256();
    }
}
