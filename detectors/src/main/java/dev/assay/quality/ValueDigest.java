package dev.assay.quality;

import java.nio.ByteBuffer;
import javax.crypto.Mac;

/**
 * A keyed digest of a value: the first 128 bits of HMAC-SHA-256. Two values of one column have the same with a probability
 * of 2^-128, and without the key nobody finds out whether a value is among digests.
 */
record ValueDigest(long high, long low) implements Comparable<ValueDigest> {
    static ValueDigest of(Mac mac, byte[] bytes, int start, int end) {
        mac.update(bytes, start, end - start);
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
        return new ValueDigest(digest.getLong(), digest.getLong());
    }

    @Override
    public int compareTo(ValueDigest other) {
        int highs = Long.compareUnsigned(high, other.high);
        return highs != 0 ? highs : Long.compareUnsigned(low, other.low);
    }
}
