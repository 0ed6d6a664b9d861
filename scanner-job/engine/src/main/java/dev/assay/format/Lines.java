package dev.assay.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines, without their ends ({@code \n} or {@code \r\n}). A line longer than the limit comes in pieces,
 * cut between characters. One thread.
 */
final class Lines {
    private final InputStream in;
    private final int max;
    private byte[] buffer = new byte[64 << 10];
    private int at;
    private int filled;
    private boolean eof;
    private int start;
    private int end;
    private boolean complete = true;
    private long number;

    /**
     * Reads lines.
     *
     * @param max bytes a piece may have
     */
    Lines(InputStream in, int max) {
        this.in = in;
        this.max = max;
    }

    /** Goes to the next line, or the next piece of the line that was not complete; false at the end. */
    boolean next() throws IOException {
        int scanned = at;
        while (true) {
            scanned = ByteSearch.next(buffer, scanned, filled, '\n');
            if (scanned < filled) {
                int stop = scanned > at && buffer[scanned - 1] == '\r' ? scanned - 1 : scanned;
                return piece(stop, scanned + 1, true);
            }
            if (filled - at > max) {
                int stop = at + max;
                while (stop > at + max - 4 && (buffer[stop - 1] & 0x80) != 0 && isInsideCharacter(stop)) {
                    stop--;
                }
                return piece(stop, stop, false);
            }
            if (eof) {
                return filled > at && piece(filled, filled, true);
            }
            int before = at;
            fill();
            scanned -= before - at;
        }
    }

    private boolean isInsideCharacter(int stop) {
        return stop < filled && (buffer[stop] & 0xC0) == 0x80;
    }

    private boolean piece(int stop, int next, boolean endsLine) {
        if (complete) {
            number++;
        }
        start = at;
        end = stop;
        at = next;
        complete = endsLine;
        return true;
    }

    private void fill() throws IOException {
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, filled - at);
            filled -= at;
            at = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min((long) max + 4096, buffer.length * 2L));
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            eof = true;
        } else {
            filled += count;
        }
    }

    /** The array the piece lies in; valid until the next call of {@link #next()}. */
    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int length() {
        return end - start;
    }

    /** Whether the piece ends its line. */
    boolean isComplete() {
        return complete;
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }
}
