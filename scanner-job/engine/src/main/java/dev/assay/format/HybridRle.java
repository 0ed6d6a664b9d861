package dev.assay.format;

import java.io.IOException;
import java.util.Arrays;

/**
 * Reads Parquet's RLE / bit-packed hybrid (Encodings.md, section "RLE"): levels, dictionary indices, truth values.
 *
 * <pre>
 *  varint h │ h even: one value of ⌈width/8⌉ bytes, h/2 times
 *           │ h odd:  (h/2)·8 values of width bits, lowest bit first
 * </pre>
 */
final class HybridRle implements IntStream {
    private final byte[] bytes;
    private final int end;
    private final int width;
    private final int valueBytes;
    private int at;
    private int run;
    private int runValue;
    private int packed;
    private long bits;
    private int bitCount;
    private int packedEnd;

    HybridRle(byte[] bytes, int start, int end, int width) throws IOException {
        if (width < 0 || width > 32) {
            throw new IOException("a bit width of " + width);
        }
        this.bytes = bytes;
        this.at = start;
        this.end = end;
        this.width = width;
        this.valueBytes = (width + 7) / 8;
    }

    @Override
    public void read(int[] target, int count) throws IOException {
        int done = 0;
        while (done < count) {
            if (run > 0) {
                int step = Math.min(run, count - done);
                Arrays.fill(target, done, done + step, runValue);
                run -= step;
                done += step;
            } else if (packed > 0) {
                int step = Math.min(packed, count - done);
                unpack(target, done, step);
                packed -= step;
                done += step;
                if (packed == 0) {
                    at = packedEnd;
                }
            } else {
                nextRun();
            }
        }
    }

    private void unpack(int[] target, int from, int count) {
        long mask = width == 32 ? 0xFFFFFFFFL : (1L << width) - 1;
        for (int i = from; i < from + count; i++) {
            while (bitCount < width) {
                // Some writers leave out the padding of the last group: what is not there is zero.
                long next = at < end ? bytes[at] & 0xFF : 0;
                bits |= next << bitCount;
                at++;
                bitCount += 8;
            }
            target[i] = (int) (bits & mask);
            bits >>>= width;
            bitCount -= width;
        }
    }

    private void nextRun() throws IOException {
        int header = varint();
        if ((header & 1) == 0) {
            run = header >>> 1;
            runValue = 0;
            if (end - at < valueBytes) {
                throw new IOException("a run ends early");
            }
            for (int i = 0; i < valueBytes; i++) {
                runValue |= (bytes[at++] & 0xFF) << (8 * i);
            }
            if (run == 0) {
                throw new IOException("an empty run");
            }
        } else {
            long groups = (long) (header >>> 1);
            long size = groups * width;
            if (groups == 0 || groups > Integer.MAX_VALUE / 8) {
                throw new IOException("a group of " + groups * 8 + " values");
            }
            packed = (int) groups * 8;
            if (width > 0 && at >= end) {
                throw new IOException("a group ends early");
            }
            if (width > 0) {
                long there = (long) (end - at) * 8 / width;
                packed = (int) Math.min(packed, there);
                if (packed == 0) {
                    throw new IOException("a group ends early");
                }
            }
            packedEnd = (int) Math.min(end, at + size);
            bits = 0;
            bitCount = 0;
        }
    }

    private int varint() throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (at >= end) {
                throw new IOException("values end early");
            }
            int b = bytes[at++];
            value |= (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new IOException("a run length is too long");
    }
}
