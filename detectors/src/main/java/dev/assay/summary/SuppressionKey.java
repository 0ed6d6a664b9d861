package dev.assay.summary;

import dev.assay.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that allow-listed values are digested with (HMAC-SHA-256, RFC 2104). Without it nobody can find out from a
 * policy whether a value is on its list, however few values there could be. Keys of other purposes are derived from it.
 */
public final class SuppressionKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH_BYTES = 32;
    private static final int ID_DIGITS = 16;

    private final byte[] secret;
    private final String id;

    private SuppressionKey(byte[] secret) {
        this.secret = secret;
        id = Sha256.hex("assay suppression key\n" + HexFormat.of().formatHex(secret))
                .substring(0, ID_DIGITS);
    }

    /** A new random key. */
    public static SuppressionKey generate() {
        byte[] secret = new byte[LENGTH_BYTES];
        new SecureRandom().nextBytes(secret);
        return new SuppressionKey(secret);
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException if it is not 64 hexadecimal digits
     */
    public static SuppressionKey parse(String text) {
        String digits = text.strip();
        if (digits.length() != 2 * LENGTH_BYTES) {
            throw new IllegalArgumentException("it does not hold 64 hexadecimal digits");
        }
        return new SuppressionKey(HexFormat.of().parseHex(digits));
    }

    /** The secret, for the file it is kept in. */
    public String text() {
        return HexFormat.of().formatHex(secret) + "\n";
    }

    /** A public name of the key: 16 hexadecimal digits that say nothing of the secret. */
    public String id() {
        return id;
    }

    /** The digest of a value, in lower-case hexadecimal digits. */
    public String digest(String value) {
        return HexFormat.of().formatHex(mac().doFinal(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** A digester for one thread, for values that have nothing to do with allow lists. */
    public Mac mac(String purpose) {
        return mac(mac().doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
    }

    /** A digester for one thread. */
    Mac mac() {
        return mac(secret);
    }

    private static Mac mac(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ".", missing);
        }
    }
}
