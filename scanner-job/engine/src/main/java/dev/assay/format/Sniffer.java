package dev.assay.format;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Judges what a file is by its name and its first bytes. */
final class Sniffer {
    private static final int MAX_CONTROL_SHARE = 50;
    private static final int ESCAPE = 0x1B;

    private Sniffer() {}

    private static String withoutCompression(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        for (String suffix : new String[] {".gz", ".zst", ".bz2"}) {
            if (name.endsWith(suffix)) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    /** Whether a name, without its compression suffix, has one of the endings. */
    static boolean isNamed(String path, String... endings) {
        String name = withoutCompression(path);
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name says so little that a table may be behind it: none of an ending, or one of any text. */
    static boolean mayBeTable(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return isNamed(name, ".txt", ".data", ".dat", ".out")
                || withoutCompression(name).indexOf('.') < 0;
    }

    /** Whether bytes are text in UTF-8 or a one-byte encoding: no NUL, hardly any control character. */
    static boolean isText(byte[] head) {
        int controls = 0;
        for (byte b : head) {
            // Most bytes are none of the rare ones, so one question is asked of most.
            if (b >= 0 && b < ' ') {
                if (b == 0) {
                    return false;
                }
                controls += b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == ESCAPE ? 0 : 1;
            }
        }
        return controls <= head.length / MAX_CONTROL_SHARE;
    }

    /** Whether the first line is a whole JSON object or array, and so is the second if there is one. */
    static boolean isJsonLines(byte[] head) {
        int at = 0;
        int lines = 0;
        for (int i = 0; i < head.length && lines < 2; i++) {
            if (head[i] == '\n') {
                if (!isBlank(head, at, i)) {
                    if (!isDocument(head, at, i)) {
                        return false;
                    }
                    lines++;
                }
                at = i + 1;
            }
        }
        if (lines == 1 && !isBlank(head, at, head.length)) {
            return firstVisible(head, at) == '{' || firstVisible(head, at) == '[';
        }
        return lines == 2;
    }

    /** Whether the bytes start as JSON objects or arrays do and go on so for as far as they go. */
    static boolean isJson(byte[] head) {
        byte first = firstVisible(head, 0);
        if (first != '{' && first != '[') {
            return false;
        }
        int tokens = 0;
        try (JsonParser parser = JsonCells.FACTORY.createParser(ObjectReadContext.empty(), head, 0, head.length)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
            return tokens > 0;
        } catch (JacksonException e) {
            // The head ends somewhere in the middle; that much of it was JSON says enough.
            return tokens > 3 && head.length == TextInput.HEAD_BYTES;
        }
    }

    private static boolean isDocument(byte[] bytes, int start, int end) {
        try (JsonParser parser = JsonCells.FACTORY.createParser(ObjectReadContext.empty(), bytes, start, end - start)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isBlank(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The first byte that is no blank; 0 if there is none. */
    static byte firstVisible(byte[] bytes, int start) {
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return bytes[i];
            }
        }
        return 0;
    }
}
