package dev.assay.statement;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the data types of RFC 4251, section 5. */
final class SshWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static SshWriter of(String first) {
        return new SshWriter().string(first);
    }

    SshWriter raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    SshWriter number(int number) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    SshWriter string(byte[] bytes) {
        return number(bytes.length).raw(bytes);
    }

    SshWriter string(String text) {
        return string(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
