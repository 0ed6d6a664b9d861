package dev.assay.statement;

import dev.assay.config.ConfigException;
import dev.assay.config.Section;
import dev.assay.config.YamlFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may sign what: {@code trust/roles.yaml} of the manifests repository.
 *
 * @param keys sorted by fingerprint
 * @param required who must sign together
 */
public record Roles(List<TrustedKey> keys, Requirements required) {
    /** Where it lies in the repository. */
    public static final String PATH = "trust/roles.yaml";

    private static final String HEADER = """
            # Who may sign what. A statement counts only if a key with the role for it signed it.
            # Change this file with `assay trust`: a version nobody signed as the one before asks is not believed.
            # fingerprint: SHA-256 of the public key (SubjectPublicKeyInfo, DER).
            # roles: scanner, gate, owner, privacy, ml, auditor. required: role → distinct persons.
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

    /** Keys under the usual requirements. */
    public Roles(List<TrustedKey> keys) {
        this(keys, Requirements.DEFAULTS);
    }

    /** One key that scans, judges and names others: how a repository begins. It approves nothing. */
    public static Roles ofFirstKey(String holder, VerifyingKey key) {
        return new Roles(List.of(new TrustedKey(holder, EnumSet.of(Role.SCANNER, Role.GATE, Role.OWNER), key)));
    }

    /** The keys that may sign as {@code role}. */
    public List<VerifyingKey> holding(Role role) {
        return keys.stream()
                .filter(trusted -> trusted.roles().contains(role))
                .map(TrustedKey::key)
                .toList();
    }

    /**
     * Whose signatures on an envelope count.
     *
     * @param kind what the envelope holds: who signed must have a role for it
     * @param moment when it was made: the key must be valid then
     */
    public List<TrustedKey> signers(Envelope envelope, StatementKind kind, Instant moment) {
        List<VerifyingKey> signed =
                envelope.signedBy(keys.stream().map(TrustedKey::key).toList());
        return keys.stream()
                .filter(trusted -> signed.contains(trusted.key()))
                .filter(trusted -> trusted.roles().stream().anyMatch(kind.roles()::contains))
                .filter(trusted -> trusted.validAt(moment))
                .toList();
    }

    /** Whether a person also holds a key of the scanner, which rules them out as an approver. */
    public boolean holdsScannerKey(TrustedKey signer) {
        return keys.stream()
                .anyMatch(other ->
                        other.person().equals(signer.person()) && other.roles().contains(Role.SCANNER));
    }

    /** With a key, in place of an entry for the same one. */
    public Roles with(TrustedKey added) {
        List<TrustedKey> all = new ArrayList<>(without(added.key().fingerprint()).keys);
        all.add(added);
        return new Roles(all, required);
    }

    /** Without the key of a fingerprint. */
    public Roles without(String fingerprint) {
        return new Roles(
                keys.stream()
                        .filter(trusted -> !trusted.key().fingerprint().equals(fingerprint))
                        .toList(),
                required);
    }

    /**
     * Reads {@value #PATH}.
     *
     * @throws ConfigException with all problems
     */
    public static Roles parse(byte[] yaml) {
        return YamlFile.of(PATH, yaml)
                .as(file -> new Roles(
                        file.sections("keys", Roles::key).stream()
                                .flatMap(List::stream)
                                .toList(),
                        Requirements.read(file.section("required"))));
    }

    private static List<TrustedKey> key(Section entry) {
        String fingerprint = entry.text("fingerprint");
        String holder = entry.text("holder");
        List<Role> roles = entry.choices("roles", Role.class);
        List<String> also = entry.texts("also");
        LocalDate from = entry.findDate("valid-from").orElse(null);
        LocalDate until = entry.findDate("valid-until").orElse(null);
        String pem = entry.text("public-key");
        if (roles.isEmpty()) {
            entry.problem("roles", "names no role; give one of scanner, gate, owner, privacy, ml, auditor");
            return List.of();
        }
        try {
            VerifyingKey key = VerifyingKey.fromPem(pem);
            if (!key.fingerprint().equals(fingerprint)) {
                entry.problem("fingerprint", "is not that of the public key, which is " + key.fingerprint());
            }
            return List.of(new TrustedKey(holder, Set.copyOf(roles), key, also, from, until));
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
            lines.add("    holder: " + quoted(trusted.holder()));
            if (!trusted.also().isEmpty()) {
                lines.add("    also: ["
                        + joined(trusted.also().stream().map(Roles::quoted).toList()) + "]");
            }
            lines.add("    roles: ["
                    + joined(trusted.roles().stream().map(Role::label).toList()) + "]");
            if (trusted.validFrom() != null) {
                lines.add("    valid-from: " + trusted.validFrom());
            }
            if (trusted.validUntil() != null) {
                lines.add("    valid-until: " + trusted.validUntil());
            }
            lines.add("    public-key: |");
            trusted.key().toPem().lines().forEach(line -> lines.add("      " + line));
        }
        return (HEADER + required.yaml() + "keys:\n" + String.join("\n", lines) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''").replaceAll("\\s+", " ") + "'";
    }

    private static String joined(Collection<String> texts) {
        return texts.stream().collect(Collectors.joining(", "));
    }
}
