package dev.assay.detect.text;

/** Which of four kinds each of sixteen bytes is, told by one look at each in a table. */
public final class SixteenBytes {
    /** How far the bits of one kind stand from those of the next. */
    public static final int LANE = 16;

    private SixteenBytes() {}

    /**
     * Four times sixteen bits, one kind's behind another's, the first byte's lowest. From the last byte on and without a loop: a processor
     * then waits for none of them.
     *
     * @param kind of each byte, which of the four it is: at most the lowest bit of each lane of {@value #LANE} bits
     * @param at the first of sixteen bytes
     */
    public static long kinds(long[] kind, byte[] bytes, int at) {
        long kinds = kind[bytes[at + 15] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 14] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 13] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 12] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 11] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 10] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 9] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 8] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 7] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 6] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 5] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 4] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 3] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 2] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at + 1] & 0xFF];
        kinds = 2 * kinds + kind[bytes[at] & 0xFF];
        return kinds;
    }
}
