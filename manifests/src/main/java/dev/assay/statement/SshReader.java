package dev.assay.statement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the data types of RFC 4251, section 5; whatever does not fit its length is refused. */
final class SshReader {
    private final ByteBuffer in;

    SshReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    void require(byte[] expected) {
        if (!Arrays.equals(take(expected.length), expected)) {
            throw new StatementException("Not an SSH signature: it does not begin as one.");
        }
    }

    int number() {
        return ByteBuffer.wrap(take(Integer.BYTES)).getInt();
    }

    byte[] string() {
        return take(number());
    }

    String text() {
        return new String(string(), StandardCharsets.UTF_8);
    }

    void requireEnd() {
        if (in.hasRemaining()) {
            throw new StatementException("An SSH signature has bytes behind its end.");
        }
    }

    private byte[] take(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new StatementException("An SSH signature is cut short.");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
