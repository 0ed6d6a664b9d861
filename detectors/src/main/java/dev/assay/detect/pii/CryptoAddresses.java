package dev.assay.detect.pii;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;
import dev.assay.detect.shape.ByteSet;
import dev.assay.json.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Addresses of crypto-currencies; letters keep their case. */
final class CryptoAddresses {
    private static final String BITCOIN_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String RIPPLE_ALPHABET = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
    private static final int PAYLOAD = 25;
    private static final int INTS = 7;

    /** Version bytes. */
    private static final ByteSet BITCOIN = ByteSet.NONE.with(0).with(5);

    private static final ByteSet TESTNET = ByteSet.NONE.with(111).with(196);
    private static final ByteSet LITECOIN = ByteSet.NONE.with(48).with(50);
    private static final ByteSet DOGECOIN = ByteSet.NONE.with(30).with(22);
    private static final ByteSet DASH = ByteSet.NONE.with(76).with(16);
    private static final ByteSet TRON = ByteSet.NONE.with(65);
    private static final ByteSet RIPPLE = ByteSet.NONE.with(0);
    private static final ByteSet OTHER_COINS =
            LITECOIN.union(DOGECOIN).union(DASH).union(TRON);

    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Sha256::start);

    private CryptoAddresses() {}

    static Map<String, Check> checks() {
        Map<String, Check> checks = new TreeMap<>();
        checks.put(
                "bitcoin", (b, s, e) -> verdict(base58(b, s, e, BITCOIN_ALPHABET, BITCOIN) || segwit(b, s, e, "bc")));
        checks.put(
                "crypto.btc-testnet",
                (b, s, e) -> base58(b, s, e, BITCOIN_ALPHABET, TESTNET) || segwit(b, s, e, "tb")
                        ? Verdict.PUBLISHED_TEST
                        : Verdict.INVALID);
        checks.put(
                "crypto.ltc",
                (b, s, e) -> verdict(base58(b, s, e, BITCOIN_ALPHABET, LITECOIN) || segwit(b, s, e, "ltc")));
        checks.put("crypto.doge", (b, s, e) -> verdict(base58(b, s, e, BITCOIN_ALPHABET, DOGECOIN)));
        checks.put("crypto.dash", (b, s, e) -> verdict(base58(b, s, e, BITCOIN_ALPHABET, DASH)));
        checks.put("crypto.trx", (b, s, e) -> verdict(base58(b, s, e, BITCOIN_ALPHABET, TRON)));
        checks.put("crypto.xrp", (b, s, e) -> verdict(base58(b, s, e, RIPPLE_ALPHABET, RIPPLE)));
        checks.put("crypto.base58", CryptoAddresses::otherCoins);
        checks.put("crypto.eth", CryptoAddresses::ethereum);
        checks.put("crypto.ada", (b, s, e) -> verdict(Bech32.checksum(b, s, e, "addr") == Bech32.ORIGINAL));
        return checks;
    }

    private static Verdict otherCoins(byte[] b, int s, int e) {
        return verdict(base58(b, s, e, BITCOIN_ALPHABET, OTHER_COINS) || segwit(b, s, e, "ltc"));
    }

    private static Verdict verdict(boolean valid) {
        return valid ? Verdict.VALID : Verdict.INVALID;
    }

    /** Version byte, twenty bytes, first four bytes of the double SHA-256. */
    private static boolean base58(byte[] bytes, int start, int end, String alphabet, ByteSet versions) {
        if (end - start < 25 || end - start > 35) {
            return false;
        }
        // A number of 25 bytes, in ints from the highest on, the first of which holds one byte.
        int[] number = new int[INTS];
        int zeros = 0;
        for (int i = start; i < end; i++) {
            long carry = alphabet.indexOf(bytes[i]);
            if (carry < 0) {
                return false;
            }
            zeros += carry == 0 && zeros == i - start ? 1 : 0;
            for (int j = INTS - 1; j >= 0; j--) {
                carry += 58 * (number[j] & 0xFFFF_FFFFL);
                number[j] = (int) carry;
                carry >>>= Integer.SIZE;
            }
            if (number[0] >>> Byte.SIZE != 0) {
                return false;
            }
        }
        if (!versions.contains(number[0])) {
            return false;
        }
        ByteBuffer whole = ByteBuffer.allocate(INTS * Integer.BYTES);
        whole.asIntBuffer().put(number);
        byte[] payload = Arrays.copyOfRange(whole.array(), Integer.BYTES - 1, whole.capacity());
        int leading = 0;
        while (leading < PAYLOAD && payload[leading] == 0) {
            leading++;
        }
        if (leading != zeros) {
            return false;
        }
        MessageDigest sha = SHA256.get();
        sha.update(payload, 0, PAYLOAD - 4);
        byte[] hash = sha.digest(sha.digest());
        for (int i = 0; i < 4; i++) {
            if (hash[i] != payload[PAYLOAD - 4 + i]) {
                return false;
            }
        }
        return true;
    }

    /** BIP-173 for witness version 0, BIP-350 from version 1; programs of 2 to 40 bytes, 20 or 32 for version 0. */
    private static boolean segwit(byte[] bytes, int start, int end, String prefix) {
        int checksum = Bech32.checksum(bytes, start, end, prefix);
        if (checksum != Bech32.ORIGINAL && checksum != Bech32.MODIFIED) {
            return false;
        }
        int first = start + prefix.length() + 1;
        int version = Bech32.value(bytes[first]);
        int bits = (end - first - 7) * 5;
        int length = bits / 8;
        if (version > 16 || length < 2 || length > 40 || bits % 8 > 4) {
            return false;
        }
        return version == 0
                ? checksum == Bech32.ORIGINAL && (length == 20 || length == 32)
                : checksum == Bech32.MODIFIED;
    }

    /** EIP-55: where the letters are of both cases, each one's case follows the Keccak-256 hash of the lower-case address. */
    private static Verdict ethereum(byte[] bytes, int start, int end) {
        if (end - start != 42 || bytes[start] != '0' || bytes[start + 1] != 'x') {
            return Verdict.INVALID;
        }
        byte[] lower = new byte[40];
        boolean lowers = false;
        boolean uppers = false;
        boolean same = true;
        for (int i = 0; i < 40; i++) {
            byte character = bytes[start + 2 + i];
            boolean upper = character >= 'A' && character <= 'F';
            if (!upper && !(character >= 'a' && character <= 'f') && !(character >= '0' && character <= '9')) {
                return Verdict.INVALID;
            }
            uppers |= upper;
            lowers |= character >= 'a';
            same &= character == bytes[start + 2];
            lower[i] = upper ? (byte) (character + 32) : character;
        }
        if (same) {
            return Verdict.PLACEHOLDER;
        }
        if (!lowers || !uppers) {
            return Verdict.UNCHECKED;
        }
        long[] hash = Keccak.digest(lower, 40);
        for (int i = 0; i < 40; i++) {
            byte character = bytes[start + 2 + i];
            if (character >= 'A') {
                int octet = (int) (hash[i / 16] >>> (8 * (i / 2 % 8))) & 0xFF;
                int nibble = i % 2 == 0 ? octet >> 4 : octet & 15;
                if (nibble >= 8 != character <= 'F') {
                    return Verdict.INVALID;
                }
            }
        }
        return Verdict.VALID;
    }
}
