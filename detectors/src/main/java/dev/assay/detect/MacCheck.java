package dev.assay.detect;

/**
 * A 48-bit hardware address (IEEE 802). All zeros are no address; all ones and a single repeated digit stand for no device; RFC 7042 §2.1.1
 * keeps 00-00-5E-00-53-xx for documentation.
 */
final class MacCheck implements Check {
    private static final long DOCUMENTATION = 0x00005E0053L;

    @Override
    public Verdict judge(byte[] bytes, int start, int end) {
        long address = 0;
        int digits = 0;
        boolean same = true;
        int first = -1;
        for (int i = start; i < end; i++) {
            int digit = Ascii.hex(bytes[i]);
            if (digit >= 0) {
                first = digits == 0 ? digit : first;
                same &= digit == first;
                address = address << 4 | digit;
                digits++;
            }
        }
        if (digits != 12 || address == 0) {
            return Verdict.INVALID;
        }
        if (address >>> 8 == DOCUMENTATION) {
            return Verdict.PUBLISHED_TEST;
        }
        return same ? Verdict.PLACEHOLDER : Verdict.VALID;
    }
}
