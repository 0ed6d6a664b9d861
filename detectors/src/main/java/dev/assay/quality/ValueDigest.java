package dev.assay.quality;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * A keyed digest of a value: the first 128 bits of HMAC-SHA-256. Two values of one column have the same with a probability
 * of 2^-128, and without the key nobody finds out whether a value is among digests.
 */
record ValueDigest(long high, long low) {
    static ValueDigest of(Mac mac, byte[] bytes, int start, int end) {
        mac.update(bytes, start, end - start);
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
        return new ValueDigest(digest.getLong(), digest.getLong());
    }

    /** In 32 hexadecimal digits. */
    String hex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }
}
