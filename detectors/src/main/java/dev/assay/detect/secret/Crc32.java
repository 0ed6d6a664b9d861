package dev.assay.detect.secret;

/** CRC-32 as in ISO 3309 and ITU-T V.42 (reflected polynomial EDB88320), without an object for each candidate. */
final class Crc32 {
    private static final int[] TABLE = table();

    private Crc32() {}

    /** The checksum as a number from 0 to 2^32 − 1. */
    static long of(byte[] bytes, int start, int end) {
        int crc = 0xFFFFFFFF;
        for (int i = start; i < end; i++) {
            crc = TABLE[(crc ^ bytes[i]) & 0xFF] ^ (crc >>> 8);
        }
        return Integer.toUnsignedLong(~crc);
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >>> 1) : value >>> 1;
            }
            table[i] = value;
        }
        return table;
    }
}
