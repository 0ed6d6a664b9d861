package dev.assay.detect.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text hidden in an encoding: base64, percent escapes, {@code \\uXXXX} escapes. Yields what the stretches of a text decode
 * to, so that they can be scanned like the text itself, and knows for each decoded byte which bytes of the original made
 * it. Decodes what it decoded once more, and then stops.
 *
 * <pre>
 *  original   …key=QUtJQUlOVkVOVEVEMkFTU0FZMzc=…
 *                  ╰───────── stretch ─────────╯
 *  decoded         AKIAINVENTED2ASSAY37
 *                  0                   20
 * </pre>
 *
 * Stateless; meant for the few cells that hold such stretches, as it takes memory.
 */
public final class EncodedSecrets {
    /** Encodings inside encodings are followed this deep. */
    public static final int MAX_DEPTH = 2;

    /** Longer stretches are left alone. */
    public static final int MAX_BYTES = 64 * 1024;

    /** A stretch of base64 shorter than this hides nothing worth the search. */
    private static final int MIN_BASE64 = 20;

    private EncodedSecrets() {}

    /** What a stretch of a text decodes to. */
    public static final class Decoded {
        private final byte[] text;
        private final int[] starts;
        private final int[] ends;
        private final int depth;

        private Decoded(byte[] text, int[] starts, int[] ends, int depth) {
            this.text = text;
            this.starts = starts;
            this.ends = ends;
            this.depth = depth;
        }

        /** The decoded text, UTF-8. As private as the cell it comes from. */
        public byte[] text() {
            return text.clone();
        }

        /** Length of the decoded text in bytes. */
        public int length() {
            return text.length;
        }

        /** How many encodings lay over it, from 1. */
        public int depth() {
            return depth;
        }

        /** First byte of the original that took part in the decoded byte at this index. */
        public int originalStart(int index) {
            return starts[index];
        }

        /** One past the last byte of the original that took part in the decoded bytes before {@code end}. */
        public int originalEnd(int end) {
            return ends[end - 1];
        }

        /** The length only. */
        @Override
        public String toString() {
            return "Decoded[" + text.length + " bytes, depth " + depth + "]";
        }
    }

    /**
     * Everything that is encoded in a stretch of an array, outer encodings first, then by position.
     *
     * @param start first byte of the text
     * @param end one past the last byte
     */
    public static List<Decoded> in(byte[] bytes, int start, int end) {
        List<Decoded> all = new ArrayList<>();
        int[] starts = new int[end - start];
        int[] ends = new int[end - start];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start + i;
            ends[i] = start + i + 1;
        }
        Decoded whole = new Decoded(Arrays.copyOfRange(bytes, start, end), starts, ends, 0);
        int from = 0;
        find(whole, all);
        for (int depth = 2; depth <= MAX_DEPTH; depth++) {
            int to = all.size();
            for (int i = from; i < to; i++) {
                find(all.get(i), all);
            }
            from = to;
        }
        return List.copyOf(all);
    }

    private static void find(Decoded outer, List<Decoded> into) {
        escapes(outer, into);
        base64(outer, into);
    }

    /** The whole text with its percent and Unicode escapes undone, if it has any that make text. */
    private static void escapes(Decoded outer, List<Decoded> into) {
        byte[] text = outer.text;
        if (text.length > MAX_BYTES) {
            return;
        }
        Builder out = new Builder(outer);
        boolean found = false;
        int at = 0;
        while (at < text.length) {
            int percent = percentByte(text, at);
            int unicode = unicodeUnit(text, at);
            if (percent >= 0) {
                out.add((byte) percent, at, at + 3);
                at += 3;
                found = true;
            } else if (unicode >= 0) {
                for (byte b : String.valueOf((char) unicode).getBytes(StandardCharsets.UTF_8)) {
                    out.add(b, at, at + 6);
                }
                at += 6;
                found = true;
            } else {
                out.add(text[at], at, at + 1);
                at++;
            }
        }
        if (found) {
            into.add(out.build());
        }
    }

    /** The byte that {@code %XX} stands for, or −1. */
    private static int percentByte(byte[] text, int at) {
        if (text[at] != '%' || at + 2 >= text.length) {
            return -1;
        }
        int high = Character.digit(text[at + 1], 16);
        int low = Character.digit(text[at + 2], 16);
        int value = high << 4 | low;
        return high < 0 || low < 0 || value < 0x20 || value == 0x7F ? -1 : value;
    }

    /** The UTF-16 unit that <code>&#92;uXXXX</code> stands for, surrogates and controls excepted, or −1. */
    private static int unicodeUnit(byte[] text, int at) {
        if (text[at] != '\\' || at + 5 >= text.length || text[at + 1] != 'u') {
            return -1;
        }
        int value = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value < 0x20 || Character.isSurrogate((char) value) ? -1 : value;
    }

    /** Each run of base64 that decodes to readable text. */
    private static void base64(Decoded outer, List<Decoded> into) {
        byte[] text = outer.text;
        int at = 0;
        while (at < text.length) {
            int end = Base64Text.runEnd(text, at, text.length);
            int length = end - at;
            if (length >= MIN_BASE64 && length <= MAX_BYTES && length % 4 != 1) {
                Decoded decoded = decode(outer, at, end);
                if (isText(decoded.text)) {
                    into.add(decoded);
                }
            }
            at = Math.max(end, at + 1);
        }
    }

    private static Decoded decode(Decoded outer, int start, int end) {
        Builder out = new Builder(outer);
        int length = Base64Text.decodedLength(end - start);
        for (int i = 0; i < length; i++) {
            int first = start + i / 3 * 4 + i % 3;
            out.add((byte) Base64Text.byteAt(outer.text, start, i), first, first + 2);
        }
        return out.build();
    }

    /** Printable ASCII, blanks and valid UTF-8: what a person or a program may have written. */
    private static boolean isText(byte[] text) {
        int readable = 0;
        for (byte b : text) {
            if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
            readable += b >= 0x20 && b < 0x7F ? 1 : 0;
        }
        return text.length > 0 && readable * 10 >= text.length * 9;
    }

    /** Gathers decoded bytes and where they come from. */
    private static final class Builder {
        private final Decoded outer;
        private byte[] text;
        private int[] starts;
        private int[] ends;
        private int size;

        Builder(Decoded outer) {
            this.outer = outer;
            text = new byte[outer.text.length];
            starts = new int[outer.text.length];
            ends = new int[outer.text.length];
        }

        /** Adds one byte that the outer text's bytes from {@code start} to before {@code end} made; never more bytes than those. */
        void add(byte value, int start, int end) {
            text[size] = value;
            starts[size] = outer.starts[start];
            ends[size] = outer.ends[end - 1];
            size++;
        }

        Decoded build() {
            return new Decoded(
                    Arrays.copyOf(text, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size), outer.depth + 1);
        }
    }
}
