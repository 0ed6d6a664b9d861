package dev.assay.detect.secret;

/**
 * Keys that everybody knows: from the issuers' documentation, sample projects and open clients. Kept as 64-bit FNV-1a
 * digests, so that the list itself holds nothing a scanner would report.
 */
final class PublishedKeys {
    private static final long[] DIGESTS = {
        0x08B545962ADC7D8BL, 0x12113C2E6979F447L, 0x294C63F8344D5DF1L, 0x29A336C7244F48DDL,
        0x515CB771A4238032L, 0x6835E0F288832A40L, 0x6ACBD824BD32BBD4L, 0x816CD10FDB11EAD0L,
        0x828818F833257868L, 0x99B2726346A1E92AL, 0xADBD04E3FE1B6D49L, 0xAE7CCF5B6EFDEED2L,
        0xC73F1E61952E6987L, 0xD8E13CDED25333C6L, 0xDB9422F1DD332DCCL, 0xE754678EA2B14EF1L,
        0xE7666DBB286C6C2EL
    };

    private PublishedKeys() {}

    static boolean contains(byte[] bytes, int start, int end) {
        long digest = digest(bytes, start, end);
        for (long known : DIGESTS) {
            if (known == digest) {
                return true;
            }
        }
        return false;
    }

    static long digest(byte[] bytes, int start, int end) {
        long hash = 0xCBF29CE484222325L;
        for (int i = start; i < end; i++) {
            hash = (hash ^ (bytes[i] & 0xFF)) * 0x100000001B3L;
        }
        return hash;
    }
}
