package dev.assay.statement;

import dev.assay.config.ConfigException;
import dev.assay.config.Section;
import dev.assay.config.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may sign what: {@code trust/roles.yaml} of the manifests repository. */
public record Roles(List<TrustedKey> keys) {
    /** Where it lies in the repository. */
    public static final String PATH = "trust/roles.yaml";

    private static final String HEAD = """
            # Who may sign what. A statement counts only if a key with the role for it signed it.
            # fingerprint: SHA-256 of the public key (SubjectPublicKeyInfo, DER).
            # roles: scanner signs scans, gate signs decisions.
            keys:
            """;

    public Roles {
        keys = keys.stream()
                .sorted(Comparator.comparing(trusted -> trusted.key().fingerprint()))
                .toList();
        Set<VerifyingKey> seen = new HashSet<>();
        for (TrustedKey trusted : keys) {
            if (!seen.add(trusted.key())) {
                throw new ConfigException(PATH + " names the key "
                        + trusted.key().fingerprint() + " twice; give it all its roles in one entry.");
            }
        }
    }

    /** One key with all roles: how a repository begins. */
    public static Roles ofFirstKey(String holder, VerifyingKey key) {
        return new Roles(List.of(new TrustedKey(holder, Set.of(Role.values()), key)));
    }

    /** The keys that may sign as {@code role}. */
    public List<VerifyingKey> holding(Role role) {
        return keys.stream()
                .filter(trusted -> trusted.roles().contains(role))
                .map(TrustedKey::key)
                .toList();
    }

    /** Only the keys that are also in {@code pinned}. */
    public Roles within(Set<VerifyingKey> pinned) {
        return new Roles(
                keys.stream().filter(trusted -> pinned.contains(trusted.key())).toList());
    }

    /** Whether a key with the role signed the envelope. */
    public boolean vouchFor(Envelope envelope, Role role) {
        return !envelope.signedBy(holding(role)).isEmpty();
    }

    /**
     * Reads {@value #PATH}.
     *
     * @throws ConfigException with all problems
     */
    public static Roles parse(byte[] yaml) {
        return YamlFile.of(PATH, yaml)
                .as(file -> new Roles(file.sections("keys", Roles::key).stream()
                        .flatMap(List::stream)
                        .toList()));
    }

    private static List<TrustedKey> key(Section entry) {
        String fingerprint = entry.text("fingerprint");
        String holder = entry.text("holder");
        List<Role> roles = entry.choices("roles", Role.class);
        String pem = entry.text("public-key");
        if (roles.isEmpty()) {
            entry.problem("roles", "names no role; give scanner, gate or both");
            return List.of();
        }
        try {
            VerifyingKey key = VerifyingKey.fromPem(pem);
            if (!key.fingerprint().equals(fingerprint)) {
                entry.problem("fingerprint", "is not that of the public key, which is " + key.fingerprint());
            }
            return List.of(new TrustedKey(holder, Set.copyOf(roles), key));
        } catch (KeyException trouble) {
            entry.problem("public-key", String.valueOf(trouble.getMessage()));
            return List.of();
        }
    }

    /** The bytes {@link #parse} reads. */
    public byte[] fileBytes() {
        List<String> lines = new ArrayList<>();
        for (TrustedKey trusted : keys) {
            lines.add("  - fingerprint: " + trusted.key().fingerprint());
            lines.add("    holder: '" + trusted.holder().replace("'", "''").replaceAll("\\s+", " ") + "'");
            lines.add(
                    "    roles: [" + trusted.roles().stream().map(Role::label).collect(Collectors.joining(", ")) + "]");
            lines.add("    public-key: |");
            trusted.key().toPem().lines().forEach(line -> lines.add("      " + line));
        }
        return (HEAD + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
