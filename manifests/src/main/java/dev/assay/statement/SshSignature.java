package dev.assay.statement;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * A signature as {@code ssh-keygen -Y sign} writes it, over the same keys that sign statements (OpenSSH, PROTOCOL.sshsig).
 * A string is four bytes of length, high byte first, and that many bytes.
 *
 * <pre>
 * file:    "SSHSIG"  uint32 1  string key  string namespace  string ""  string hash  string signature
 * signed:  "SSHSIG"  string namespace  string ""  string hash  string hash(message)
 * signature: string "ssh-ed25519"          string 64 bytes
 *            string "ecdsa-sha2-nistp256"  string (string r  string s)
 * </pre>
 */
public final class SshSignature {
    /** Namespace of git's commits and tags. */
    public static final String GIT = "git";

    private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
    private static final String END = "-----END SSH SIGNATURE-----";
    private static final byte[] MAGIC = "SSHSIG".getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, String> HASHES = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    private final byte[] keyBlob;
    private final String namespace;
    private final String hash;
    private final byte[] signature;

    private SshSignature(byte[] keyBlob, String namespace, String hash, byte[] signature) {
        this.keyBlob = keyBlob;
        this.namespace = namespace;
        this.hash = hash;
        this.signature = signature;
    }

    /** Signs a message. */
    public static SshSignature sign(String namespace, byte[] message, Signer signer) {
        byte[] raw = signer.sign(signed(namespace, "sha512", message));
        KeyAlgorithm algorithm = signer.key().algorithm();
        byte[] proof = switch (algorithm) {
            case ED25519 -> raw;
            case ECDSA_P256 -> pair(raw);
        };
        byte[] signature = SshWriter.of(SshKey.type(algorithm)).string(proof).bytes();
        return new SshSignature(SshKey.blob(signer.key()), namespace, "sha512", signature);
    }

    /** Whether it starts as one. */
    public static boolean looksLikeOne(String armored) {
        return armored.startsWith(BEGIN);
    }

    /**
     * Reads the armored form.
     *
     * @throws StatementException if it is not one
     */
    public static SshSignature parse(String armored) {
        String text = armored.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() < BEGIN.length() + END.length()) {
            throw new StatementException("Not an SSH signature.");
        }
        String body = text.substring(BEGIN.length(), text.length() - END.length());
        SshReader in = new SshReader(decoded(body.replaceAll("\\s", "")));
        in.require(MAGIC);
        if (in.number() != 1) {
            throw new StatementException("An SSH signature of another version.");
        }
        byte[] key = in.string();
        String namespace = in.text();
        in.string();
        String hash = in.text();
        byte[] signature = in.string();
        in.requireEnd();
        if (!HASHES.containsKey(hash)) {
            throw new StatementException("An SSH signature over an unknown digest.");
        }
        return new SshSignature(key, namespace, hash, signature);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException damaged) {
            throw new StatementException("An SSH signature is damaged: it is not base64.");
        }
    }

    /** Whether it says that it was made with this key. */
    public boolean names(VerifyingKey key) {
        return Arrays.equals(SshKey.blob(key), keyBlob);
    }

    /** Whether this key made it over a message, for a use. */
    public boolean verifies(VerifyingKey key, String use, byte[] message) {
        if (!names(key) || !namespace.equals(use)) {
            return false;
        }
        try {
            SshReader in = new SshReader(signature);
            String type = in.text();
            byte[] proof = in.string();
            in.requireEnd();
            byte[] raw = switch (key.algorithm()) {
                case ED25519 -> proof;
                case ECDSA_P256 -> der(proof);
            };
            return type.equals(SshKey.type(key.algorithm())) && key.verifies(signed(use, hash, message), raw);
        } catch (StatementException malformed) {
            return false;
        }
    }

    /** The text git keeps in a commit. */
    public String armored() {
        byte[] blob = new SshWriter()
                .raw(MAGIC)
                .number(1)
                .string(keyBlob)
                .string(namespace)
                .string("")
                .string(hash)
                .string(signature)
                .bytes();
        String body = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(blob);
        return BEGIN + "\n" + body + "\n" + END + "\n";
    }

    private static byte[] signed(String namespace, String hash, byte[] message) {
        return new SshWriter()
                .raw(MAGIC)
                .string(namespace)
                .string("")
                .string(hash)
                .string(digest(hash, message))
                .bytes();
    }

    private static byte[] digest(String hash, byte[] message) {
        try {
            return MessageDigest.getInstance(HASHES.getOrDefault(hash, hash)).digest(message);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java runtime has " + hash, missing);
        }
    }

    /** DER's two integers are the two numbers as SSH writes them, but for the bytes around them. */
    private static byte[] pair(byte[] der) {
        if (!EcdsaSignature.wellFormed(der)) {
            throw new KeyException("The key made something that is no ECDSA signature in DER.");
        }
        int end = 4 + der[3];
        byte[] r = Arrays.copyOfRange(der, 4, end);
        byte[] s = Arrays.copyOfRange(der, end + 2, der.length);
        return new SshWriter().string(r).string(s).bytes();
    }

    private static byte[] der(byte[] pair) {
        SshReader in = new SshReader(pair);
        byte[] r = in.string();
        byte[] s = in.string();
        in.requireEnd();
        int longest = 33; // 256 bits and a sign
        if (r.length > longest || s.length > longest) {
            throw new StatementException("A number of an SSH signature is too long.");
        }
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(0x30);
        der.write(4 + r.length + s.length);
        for (byte[] number : new byte[][] {r, s}) {
            der.write(0x02);
            der.write(number.length);
            der.writeBytes(number);
        }
        return der.toByteArray();
    }
}
