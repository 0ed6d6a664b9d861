package dev.assay.detect;

import java.util.Arrays;

/** The words of a stretch of text in order, as hashes. Used again and again; not thread-safe. */
final class WordList {
    private long[] hashes = new long[80];
    private int size;

    void clear() {
        size = 0;
    }

    /** Appends the words of a stretch. */
    void addAll(byte[] bytes, int start, int end) {
        int at = Words.start(bytes, start, end);
        while (at < end) {
            int wordEnd = Words.end(bytes, at, end);
            add(Words.hash(bytes, at, wordEnd));
            at = Words.start(bytes, wordEnd, end);
        }
    }

    void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
    }

    int size() {
        return size;
    }

    long hash(int word) {
        return hashes[word];
    }
}
