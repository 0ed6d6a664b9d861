package dev.assay.storage;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Turns text into paths and back by UTF-8 alone. {@link Path} by itself goes by the locale of the host, and in a
 * container without one loses every name that is not ASCII; its URI form keeps the bytes.
 */
final class LocalPaths {
    private LocalPaths() {}

    /** The path a text stands for; relative ones start at the working directory. */
    static Path path(String text) {
        if (isAscii(text)) {
            return Path.of(text).toAbsolutePath();
        }
        String encoded = encode(text);
        if (text.startsWith("/")) {
            return Path.of(URI.create("file://" + encoded));
        }
        String here = Path.of("").toAbsolutePath().toUri().getRawPath();
        return Path.of(URI.create("file://" + (here.endsWith("/") ? here : here + "/") + encoded));
    }

    /**
     * The text of a path, {@code /} between its parts.
     *
     * @throws StorageException if its bytes are not UTF-8
     */
    static String text(Path path) {
        Path absolute = path.toAbsolutePath();
        String byLocale = absolute.toString();
        return isAscii(byLocale) ? byLocale : byUri(absolute);
    }

    /** Locales differ in what they make of other bytes, never into ASCII. */
    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String byUri(Path absolute) {
        String raw = absolute.toUri().getRawPath();
        String encoded = raw.length() > 1 && raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decode(encoded)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new StorageException(
                    "The file name " + encoded + " (written percent-encoded) is not UTF-8, so no record could name the"
                            + " file. Rename it.",
                    e);
        }
    }

    /** The last part of a path's text. */
    static String name(Path path) {
        String text = text(path);
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static byte[] decode(String encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int at = 0; at < encoded.length(); at++) {
            if (encoded.charAt(at) == '%') {
                bytes.write(HexFormat.fromHexDigits(encoded, at + 1, at + 3));
                at += 2;
            } else {
                bytes.write(encoded.charAt(at));
            }
        }
        return bytes.toByteArray();
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = value == '/'
                    || value == '.'
                    || value == '-'
                    || value == '_'
                    || (value >= '0' && value <= '9')
                    || (value >= 'A' && value <= 'Z')
                    || (value >= 'a' && value <= 'z');
            if (plain) {
                encoded.append((char) value);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(value));
            }
        }
        return encoded.toString();
    }
}
