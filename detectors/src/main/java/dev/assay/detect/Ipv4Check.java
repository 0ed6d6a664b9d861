package dev.assay.detect;

/**
 * An IPv4 address in dotted decimal: four numbers up to 255 without leading zeros. RFC 5737 keeps three blocks for
 * documentation; the unspecified, loopback and limited broadcast addresses (RFC 6890) stand for no host.
 */
final class Ipv4Check implements Check {
    @Override
    public Verdict judge(byte[] bytes, int start, int end) {
        long address = address(bytes, start, end);
        if (address < 0) {
            return Verdict.INVALID;
        }
        long block = address >>> 8;
        if (block == 0xC00002 || block == 0xC63364 || block == 0xCB0071) {
            return Verdict.PUBLISHED_TEST;
        }
        boolean nobody = address == 0 || address == 0xFFFFFFFFL || address >>> 24 == 127;
        return nobody ? Verdict.PLACEHOLDER : Verdict.VALID;
    }

    /** The address as a number; −1 if it is none. */
    static long address(byte[] bytes, int start, int end) {
        long address = 0;
        int parts = 0;
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || bytes[i] == '.') {
                int part = part(bytes, from, i);
                if (part < 0) {
                    return -1;
                }
                address = address << 8 | part;
                parts++;
                from = i + 1;
            }
        }
        return parts == 4 ? address : -1;
    }

    private static int part(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length < 1 || length > 3 || (length > 1 && bytes[start] == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value <= 255 ? value : -1;
    }
}
