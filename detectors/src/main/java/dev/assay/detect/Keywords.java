package dev.assay.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Where in a batch the context words of some detectors stand. Each block of text is read once, and only when a candidate
 * near it asks, so that text full of numbers is not read again for each of them. Answers what a {@link ContextWindow} would.
 * Not thread-safe.
 */
final class Keywords {
    private static final int BLOCK = 512;

    /** No phrase's word is longer; the rest of a longer word is skipped unread. */
    private static final int LONGEST_WORD = 64;

    private final RuleSet rules;

    /** Phrases and what they begin with, numbered, by hash. */
    private final Map<Long, Integer> phrases = new HashMap<>();

    private final long[] hashes;
    private final int[] phraseOfSlot;
    private final BitSet[] detectorsOf;
    private final int longestPhrase;
    private final ContextWindow window = new ContextWindow();

    private CellBatch batch = new CellBatch(0);
    private int[] firstHit = new int[16];
    private int[] hitsOfBlock = new int[16];
    private int[] hitStarts = new int[256];
    private int[] hitEnds = new int[256];
    private int[] hitPhrases = new int[256];
    private int hits;
    private final BitSet near;
    private int nearStart = -1;
    private int nearEnd = -1;
    private long bytesRead;

    /** For the context words of the detectors in a set. */
    Keywords(RuleSet rules, BitSet detectors) {
        this.rules = rules;
        int longest = 0;
        Map<Integer, BitSet> found = new HashMap<>();
        for (int detector = detectors.nextSetBit(0); detector >= 0; detector = detectors.nextSetBit(detector + 1)) {
            for (String phrase : rules.detector(detector).contextWords()) {
                byte[] utf8 = phrase.getBytes(StandardCharsets.UTF_8);
                WordList words = new WordList();
                words.addAll(utf8, 0, utf8.length);
                if (words.size() > 0) {
                    longest = Math.max(longest, words.size());
                    long hash = words.hash(0);
                    for (int i = 1; i < words.size(); i++) {
                        phrases.computeIfAbsent(hash, unused -> phrases.size());
                        hash = Words.join(hash, words.hash(i));
                    }
                    int number = phrases.computeIfAbsent(hash, unused -> phrases.size());
                    found.computeIfAbsent(number, unused -> new BitSet()).set(detector);
                }
            }
        }
        longestPhrase = longest;
        detectorsOf = new BitSet[phrases.size()];
        Arrays.setAll(detectorsOf, number -> found.getOrDefault(number, new BitSet()));
        int capacity = Integer.highestOneBit(Math.max(2, phrases.size())) * 4;
        hashes = new long[capacity];
        phraseOfSlot = new int[capacity];
        phrases.forEach((hash, number) -> {
            int slot = slot(hash);
            hashes[slot] = hash;
            phraseOfSlot[slot] = number;
        });
        near = new BitSet(rules.detectors().size());
    }

    /** The slot a hash is in, or the free one it would go into. */
    private int slot(long hash) {
        int slot = (int) hash & (hashes.length - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }

    void begin(CellBatch next) {
        batch = next;
        hits = 0;
        nearStart = -1;
        window.clear();
        int blocks = next.limit() / BLOCK + 2;
        if (hitsOfBlock.length < blocks) {
            hitsOfBlock = new int[blocks];
            firstHit = new int[blocks];
        }
        Arrays.fill(hitsOfBlock, 0, blocks, -1);
    }

    /** Whether a context word of a detector stands near a candidate. */
    boolean speakFor(int detector, int cell, int start, int end) {
        byte[] bytes = batch.bytes();
        int cellStart = batch.start(cell);
        int cellEnd = batch.end(cell);
        if (cutsWord(bytes, cellStart, cellEnd, start) || cutsWord(bytes, cellStart, cellEnd, end)) {
            window.read(bytes, cellStart, cellEnd, start, end);
            return window.holdsAnyOf(rules.context(detector));
        }
        if (start != nearStart || end != nearEnd) {
            nearStart = start;
            nearEnd = end;
            near.clear();
            int from = Math.max(cellStart, start - ContextWindow.BEFORE);
            int to = Math.min(cellEnd, end + ContextWindow.AFTER);
            collect(from, start);
            collect(end, to);
        }
        return near.get(detector);
    }

    /** Whether a place lies inside a word, which the candidate there would make two. */
    private static boolean cutsWord(byte[] bytes, int cellStart, int cellEnd, int at) {
        return at > cellStart && at < cellEnd && Words.isWordByte(bytes[at - 1]) && Words.isWordByte(bytes[at]);
    }

    private void collect(int from, int to) {
        for (int block = from / BLOCK; block * BLOCK < to; block++) {
            if (hitsOfBlock[block] < 0) {
                read(block);
            }
            int last = firstHit[block] + hitsOfBlock[block];
            for (int hit = firstHit[block]; hit < last; hit++) {
                if (hitStarts[hit] >= from && hitEnds[hit] <= to) {
                    near.or(detectorsOf[hitPhrases[hit]]);
                }
            }
        }
    }

    /** Notes the phrases that begin in a block. */
    private void read(int block) {
        byte[] bytes = batch.bytes();
        int limit = batch.limit();
        int from = Math.max(CellBatch.PADDING, block * BLOCK);
        int to = Math.min(limit, (block + 1) * BLOCK);
        firstHit[block] = hits;
        int at = from;
        if (at > CellBatch.PADDING && Words.isWordByte(bytes[at - 1])) {
            at = endOfWord(bytes, at, limit);
        }
        while (at < to) {
            if (Words.isWordByte(bytes[at])) {
                int end = endOfWord(bytes, at, limit);
                notePhrases(bytes, at, end, limit);
                at = end;
            } else {
                at++;
            }
        }
        bytesRead += Math.max(0, at - from);
        hitsOfBlock[block] = hits - firstHit[block];
    }

    private static int endOfWord(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && Words.isWordByte(bytes[at])) {
            at++;
        }
        return at;
    }

    private void notePhrases(byte[] bytes, int start, int firstEnd, int limit) {
        int end = firstEnd;
        int wordStart = start;
        long hash = 0;
        for (int words = 1; end - wordStart <= LONGEST_WORD; words++) {
            long word = Words.hash(bytes, wordStart, end);
            hash = words == 1 ? word : Words.join(hash, word);
            int slot = slot(hash);
            if (hashes[slot] != hash) {
                break;
            }
            note(start, end, phraseOfSlot[slot]);
            int reach = Math.min(limit, end + ContextWindow.BEFORE);
            wordStart = end;
            while (wordStart < reach && !Words.isWordByte(bytes[wordStart])) {
                wordStart++;
            }
            if (words == longestPhrase || wordStart == reach) {
                break;
            }
            end = endOfWord(bytes, wordStart, Math.min(limit, wordStart + LONGEST_WORD + 1));
        }
    }

    private void note(int start, int end, int phrase) {
        if (hits == hitStarts.length) {
            hitStarts = Arrays.copyOf(hitStarts, hits * 2);
            hitEnds = Arrays.copyOf(hitEnds, hits * 2);
            hitPhrases = Arrays.copyOf(hitPhrases, hits * 2);
        }
        hitStarts[hits] = start;
        hitEnds[hits] = end;
        hitPhrases[hits++] = phrase;
    }

    long bytesRead() {
        return bytesRead + window.bytesRead();
    }
}
