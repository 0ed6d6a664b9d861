package dev.assay.detect;

/**
 * An IPv6 address as RFC 4291 §2.2 writes it: eight groups, or fewer and one {@code ::}, the last two maybe in dotted
 * decimal; a zone (RFC 4007 §11) and a prefix length may follow. It must hold a digit, as {@code add::face} is rather a name in a program, and
 * {@code 3::} is the end of a sentence before code. RFC 3849 and RFC 9637 keep blocks for
 * documentation; {@code ::1} stands for no host.
 */
final class Ipv6Check implements Check {
    private static final int GROUPS = 8;

    @Override
    public Verdict judge(byte[] bytes, int start, int end) {
        int stop = start;
        while (stop < end && bytes[stop] != '%' && bytes[stop] != '/') {
            stop++;
        }
        int slash = stop;
        while (slash < end && bytes[slash] != '/') {
            slash++;
        }
        return isPrefix(bytes, slash, end) ? address(bytes, start, stop, slash < end) : Verdict.INVALID;
    }

    /** Whether nothing or a length of at most 128 follows. */
    private static boolean isPrefix(byte[] bytes, int slash, int end) {
        int length = 0;
        for (int i = slash + 1; i < end; i++) {
            length = length * 10 + bytes[i] - '0';
        }
        return length <= 128;
    }

    private static Verdict address(byte[] bytes, int start, int end, boolean prefixed) {
        int groups = 0;
        boolean compressed = false;
        boolean digit = false;
        int first = -1;
        int second = -1;
        int last = 0;
        int at = start;
        if (end - start >= 2 && bytes[at] == ':') {
            if (bytes[at + 1] != ':') {
                return Verdict.INVALID;
            }
            compressed = true;
            at += 2;
        }
        while (at < end) {
            int from = at;
            int value = 0;
            while (at < end && Ascii.hex(bytes[at]) >= 0) {
                digit |= bytes[at] <= '9';
                value = (value << 4 | Ascii.hex(bytes[at])) & 0xFFFF;
                at++;
            }
            if (at < end && bytes[at] == '.') {
                boolean fits = Ipv4Check.address(bytes, from, end) >= 0;
                return fits && isWhole(groups + 2, compressed) ? Verdict.VALID : Verdict.INVALID;
            }
            if (at == from || at - from > 4) {
                return Verdict.INVALID;
            }
            first = groups == 0 && !(compressed && from == start + 2) ? value : first;
            second = groups == 1 && first >= 0 ? value : second;
            last = value;
            groups++;
            if (at == end) {
                break;
            }
            int digits = at - from;
            at++;
            if (at < end && bytes[at] == ':') {
                if (compressed || (at + 1 == end && groups == 1 && digits < 3)) {
                    return Verdict.INVALID;
                }
                compressed = true;
                at++;
            } else if (at == end) {
                return Verdict.INVALID;
            }
        }
        if (compressed && groups == 0 && prefixed) {
            return Verdict.PLACEHOLDER;
        }
        if (!isWhole(groups, compressed) || !digit) {
            return Verdict.INVALID;
        }
        if ((first == 0x2001 && second == 0x0DB8) || (first == 0x3FFF && second >= 0 && second <= 0x0FFF)) {
            return Verdict.PUBLISHED_TEST;
        }
        boolean nobody = groups == 1 && first < 0 && last <= 1;
        return nobody ? Verdict.PLACEHOLDER : Verdict.VALID;
    }

    private static boolean isWhole(int groups, boolean compressed) {
        return compressed ? groups > 0 && groups < GROUPS : groups == GROUPS;
    }
}
