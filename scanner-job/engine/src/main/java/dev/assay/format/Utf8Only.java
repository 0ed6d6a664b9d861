package dev.assay.format;

import java.io.IOException;
import java.io.InputStream;

/** Puts {@code ?} in the place of every byte that is no part of well-formed UTF-8, and tells the sink once. */
final class Utf8Only extends InputStream {
    private final InputStream in;
    private final CellSink sink;
    private final byte[] buffer = new byte[64 << 10];
    private int at;
    private int judged;
    private int filled;
    private boolean eof;
    private boolean told;

    Utf8Only(InputStream in, CellSink sink) {
        this.in = in;
        this.sink = sink;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, judged - at);
        System.arraycopy(buffer, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (at == judged) {
            if (eof && at == filled) {
                return false;
            }
            System.arraycopy(buffer, at, buffer, 0, filled - at);
            filled -= at;
            at = 0;
            int count = eof ? -1 : in.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                eof = true;
            } else {
                filled += count;
            }
            judge();
        }
        return true;
    }

    private void judge() {
        int i = 0;
        // The last characters wait for their other bytes, unless there are none.
        int stop = eof ? filled : Math.max(0, filled - 3);
        if (Utf8.isValid(buffer, 0, filled)) {
            judged = filled;
            return;
        }
        while (i < stop) {
            int length = Utf8.sequence(buffer, i, filled);
            if (length == 0) {
                buffer[i] = '?';
                length = 1;
                if (!told) {
                    told = true;
                    sink.irregular("bytes that are not UTF-8, read with a question mark in their place", 1);
                }
            }
            i += length;
        }
        judged = Math.min(i, filled);
    }
}
