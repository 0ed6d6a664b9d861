package dev.assay.export;

import dev.assay.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/** How values are written in other people's formats. */
final class Written {
    private static final String HEX = "0123456789ABCDEF";

    private Written() {}

    /** A JSON text in canonical form and a line feed, as the only file. */
    static List<byte[]> json(Json json) {
        return text(json.canonical() + "\n");
    }

    /** A text in UTF-8, as the only file. */
    static List<byte[]> text(String text) {
        return List.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** UTC in whole seconds, such as {@code 2026-11-21T08:30:00Z}. */
    static String time(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A path as a relative reference of RFC 3986: everything but unreserved characters and {@code /} as per cents. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return uri.toString();
    }

    /** A UUID made from a name (RFC 9562 §5.5, version 5, in Assay's own name space), so that it is the same each time. */
    static String uuid(String name) {
        byte[] digest = sha1("https://assay.dev/export/" + name);
        digest[6] = (byte) ((digest[6] & 0x0F) | 0x50);
        digest[8] = (byte) ((digest[8] & 0x3F) | 0x80);
        String hex = HexFormat.of().formatHex(digest);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20, 32));
    }

    /** SHA-1 because the standard says so; nothing rests on its strength. */
    private static byte[] sha1(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(URL_NAMESPACE);
            return digest.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-1.", missing);
        }
    }

    /** RFC 9562 §6.6: the name space of URLs. */
    private static final byte[] URL_NAMESPACE = HexFormat.of().parseHex("6ba7b8119dad11d180b400c04fd430c8");
}
