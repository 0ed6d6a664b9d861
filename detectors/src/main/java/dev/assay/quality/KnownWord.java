package dev.assay.quality;

/** Words of at most eight ASCII characters that a whole cell may be, in any case. */
final class KnownWord {
    /** Bytes of the longest word. */
    static final int LONGEST = 8;

    private static final long TRUE = packed("true");
    private static final long FALSE = packed("false");
    private static final long[] NO_VALUE = {
        packed("null"),
        packed("none"),
        packed("nan"),
        packed("n/a"),
        packed("#n/a"),
        packed("na"),
        packed("nil"),
        packed("-"),
        packed("--"),
        packed("?"),
        packed("missing"),
        packed("unknown")
    };
    /** What words for no value begin with. */
    private static final boolean[] BEGINS_NO_VALUE = new boolean[256];

    static {
        for (char first : "nNmMuU#-?".toCharArray()) {
            BEGINS_NO_VALUE[first] = true;
        }
    }

    private KnownWord() {}

    /** Whether a text of at least one byte is {@code true} or {@code false}. */
    static boolean isTruth(byte[] bytes, int start, int end) {
        int small = bytes[start] | 0x20;
        if (small != 't' && small != 'f') {
            return false;
        }
        int size = end - start;
        if (size != 4 && size != 5) {
            return false;
        }
        long word = packed(bytes, start, end);
        return word == TRUE || word == FALSE;
    }

    /** Whether a text of at least one byte is one of the usual words for "no value". */
    static boolean meansNoValue(byte[] bytes, int start, int end) {
        if (!BEGINS_NO_VALUE[bytes[start] & 0xFF] || end - start > LONGEST) {
            return false;
        }
        long word = packed(bytes, start, end);
        for (long known : NO_VALUE) {
            if (word == known) {
                return true;
            }
        }
        return false;
    }

    /** At most eight bytes as one number, upper-case letters as lower-case ones. */
    private static long packed(byte[] bytes, int start, int end) {
        long word = 0;
        for (int i = start; i < end; i++) {
            int b = bytes[i] & 0xFF;
            word = word << 8 | (b >= 'A' && b <= 'Z' ? b | 0x20 : b);
        }
        return word;
    }

    private static long packed(String ascii) {
        long word = 0;
        for (int i = 0; i < ascii.length(); i++) {
            word = word << 8 | ascii.charAt(i);
        }
        return word;
    }
}
