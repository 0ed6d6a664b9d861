package dev.assay.detect.pii;

/**
 * Turns a number as people write it into its compact form: separators gone, letters upper case, the digits of other
 * scripts and the look-alike letters of Cyrillic and Greek as ASCII, every dash a hyphen and every blank a space before
 * separators are taken off. {@code Ñ} and other Latin-1 letters become their Latin-1 byte.
 */
final class Compact {
    /** Longer candidates are no numbers. */
    static final int LONGEST = 160;

    private static final String CYRILLIC = "АВЕКМНОРСТУХІЈЅ";
    private static final String CYRILLIC_LATIN = "ABEKMHOPCTYXIJS";
    private static final String GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private static final String GREEK_LATIN = "ABEZHIKMNOPTYX";
    private static final int[] ZEROS = {0x660, 0x6F0, 0x966, 0x9E6, 0xFF10};

    private Compact() {}

    /** Upper-case letters and digits only. */
    static boolean already(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Chars.value(bytes[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes the compact form.
     *
     * @param target room for {@link #LONGEST} bytes
     * @return its length, or −1 where the candidate is too long or no number
     */
    static int into(byte[] target, byte[] bytes, int start, int end, String separators) {
        int length = 0;
        int i = start;
        while (i < end) {
            int lead = bytes[i] & 0xFF;
            int width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            if (i + width > end) {
                return -1;
            }
            int character = width == 1 ? upper(lead) : fold(decode(bytes, i, width));
            i += width;
            if (character < 0 || separators.indexOf(character) >= 0) {
                if (character < 0) {
                    return -1;
                }
                continue;
            }
            if (length == LONGEST) {
                return -1;
            }
            target[length++] = (byte) character;
        }
        return length;
    }

    private static int upper(int character) {
        if (character >= 'a' && character <= 'z') {
            return character - 32;
        }
        return character == '\t' ? ' ' : character;
    }

    private static int decode(byte[] bytes, int index, int width) {
        int point = bytes[index] & (0xFF >> (width + 1));
        for (int i = 1; i < width; i++) {
            point = (point << 6) | (bytes[index + i] & 0x3F);
        }
        return point;
    }

    private static int fold(int point) {
        if (point == 0xA0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000) {
            return ' ';
        }
        if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212 || point == 0xFF0D) {
            return '-';
        }
        for (int zero : ZEROS) {
            if (point >= zero && point < zero + 10) {
                return '0' + point - zero;
            }
        }
        int upper = Character.toUpperCase(point);
        int at = CYRILLIC.indexOf(upper);
        if (at >= 0) {
            return CYRILLIC_LATIN.charAt(at);
        }
        at = GREEK.indexOf(upper);
        if (at >= 0) {
            return GREEK_LATIN.charAt(at);
        }
        if (upper >= 0xFF21 && upper <= 0xFF3A) {
            return upper - 0xFF21 + 'A';
        }
        return upper >= 0xC0 && upper <= 0xFF ? upper : -1;
    }
}
