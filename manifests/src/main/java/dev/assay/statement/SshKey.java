package dev.assay.statement;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * Public keys as OpenSSH writes them (RFC 5656, section 3.1; RFC 8709, section 4).
 *
 * <pre>
 * string "ssh-ed25519"          string 32 bytes
 * string "ecdsa-sha2-nistp256"  string "nistp256"  string 65 bytes: 04 x y
 * </pre>
 */
public final class SshKey {
    private static final String CURVE = "nistp256";
    private static final int POINT = 65;
    private static final int ED25519 = 32;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private SshKey() {}

    static String type(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_P256 -> "ecdsa-sha2-" + CURVE;
            case ED25519 -> "ssh-ed25519";
        };
    }

    /** Both kinds stand at the very end of their SubjectPublicKeyInfo (RFC 5480, RFC 8410). */
    static byte[] blob(VerifyingKey key) {
        byte[] encoded = key.encoded();
        SshWriter out = SshWriter.of(type(key.algorithm()));
        return switch (key.algorithm()) {
            case ECDSA_P256 ->
                out.string(CURVE)
                        .string(Arrays.copyOfRange(encoded, encoded.length - POINT, encoded.length))
                        .bytes();
            case ED25519 ->
                out.string(Arrays.copyOfRange(encoded, encoded.length - ED25519, encoded.length))
                        .bytes();
        };
    }

    /**
     * A line of the {@code allowed_signers} file that git verifies commits with ({@code ssh-keygen}, ALLOWED SIGNERS). Days
     * count in the local time of who reads it.
     */
    public static String allowedSigner(TrustedKey trusted) {
        StringBuilder options = new StringBuilder("namespaces=\"" + SshSignature.GIT + "\"");
        LocalDate from = trusted.validFrom();
        if (from != null) {
            options.append(",valid-after=\"").append(from.format(DAY)).append('"');
        }
        LocalDate until = trusted.validUntil();
        if (until != null) {
            options.append(",valid-before=\"")
                    .append(until.plusDays(1).format(DAY))
                    .append('"');
        }
        return principal(trusted.holder()) + " " + options + " "
                + type(trusted.key().algorithm()) + " "
                + new String(Base64.getEncoder().encode(blob(trusted.key())), StandardCharsets.US_ASCII);
    }

    /** No blanks, and nothing the file takes for a pattern. */
    private static String principal(String holder) {
        return holder.strip().replaceAll("[^\\p{L}\\p{N}.@_-]+", ".");
    }
}
