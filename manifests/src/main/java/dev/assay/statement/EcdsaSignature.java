package dev.assay.statement;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The shape of a DER signature, checked before the runtime's own verifier sees it: some runtimes once took r = s = 0 for
 * any message.
 *
 * <pre>  30 len  02 len r  02 len s     one-byte lengths, r and s positive and minimal, nothing after them</pre>
 */
final class EcdsaSignature {
    private static final BigInteger ORDER = KeyAlgorithm.p256().getOrder();

    private EcdsaSignature() {}

    static boolean wellFormed(byte[] der) {
        if (der.length < 8 || der.length > 72 || der[0] != 0x30 || der[1] != der.length - 2) {
            return false;
        }
        int second = integerEnd(der, 2);
        return second > 0 && integerEnd(der, second) == der.length;
    }

    /** One past an integer that lies between 1 and the order of the curve; −1 if there is none. */
    private static int integerEnd(byte[] der, int start) {
        if (start + 2 >= der.length || der[start] != 0x02) {
            return -1;
        }
        int length = der[start + 1];
        int end = start + 2 + length;
        if (length < 1 || end > der.length) {
            return -1;
        }
        byte[] digits = Arrays.copyOfRange(der, start + 2, end);
        BigInteger value = new BigInteger(digits);
        boolean inRange = value.signum() > 0 && value.compareTo(ORDER) < 0;
        return inRange && Arrays.equals(value.toByteArray(), digits) ? end : -1;
    }
}
