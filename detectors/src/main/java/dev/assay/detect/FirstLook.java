package dev.assay.detect;

import dev.assay.detect.text.AsciiBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The first look at each place, for three searches at once: eight bytes are loaded, and a table each tells whether a context
 * word, a shape that begins with a known run of bytes or one that begins with digits or letters may begin with them. Lets
 * through what looks alike; never leaves anything out. Not thread-safe.
 */
final class FirstLook {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WAITED = 1;
    private static final int AROUND = 2;

    private final byte[] words;
    private final byte[] runs;
    private final long[] openings;
    private final int[] wordPlaces;
    private final int[] aroundPlaces;
    private final int[] runPlaces;
    private final int[] classPlaces;
    private int wordCount;
    private int runCount;
    private int classCount;
    private int aroundCount;

    private final KeptPositions keptWords = new KeptPositions();
    private final KeptPositions keptAround = new KeptPositions();
    private boolean knowsAllAround;

    /** The stretch whose {@link #aroundPlaces} are known. */
    private int aroundFrom;

    private int aroundTo;

    /**
     * @param words context words that are waited for
     * @param around words that are read around candidates
     * @param most the most places that are looked at together
     */
    FirstLook(WordBeginnings words, WordBeginnings around, FrontLiterals runs, Openings openings, int most) {
        this.words = WordBeginnings.joined(words, around);
        this.runs = runs.kept();
        this.openings = openings.table();
        wordPlaces = new int[most + 1];
        aroundPlaces = new int[most + 1];
        runPlaces = new int[most + 1];
        classPlaces = new int[most + 1];
    }

    /** Forgets the batch before; of the next what stands verbatim in the text that was read is taken over from there. */
    void begin(VerbatimStretches verbatim) {
        aroundTo = aroundFrom;
        keptWords.begin(verbatim);
        keptAround.begin(verbatim);
        knowsAllAround |= !verbatim.ofReadings();
    }

    /**
     * Looks at some places.
     *
     * @param bytes readable eight bytes past each place
     */
    void look(byte[] bytes, int[] places, int count) {
        aroundTo = aroundFrom;
        knowsAllAround = false;
        lookForWords(bytes, places, count);
        wordCount = keptWords.complete(wordPlaces, 0, wordCount);
        lookForRuns(bytes, places, count);
    }

    /** The same for all places of a stretch, and notes for {@link #around} where words may begin that candidates ask about. */
    void lookAround(byte[] bytes, int[] places, int count, int from, int to) {
        lookForAllWords(bytes, places, count);
        wordCount = keptWords.complete(wordPlaces, 0, wordCount);
        aroundCount = keptAround.complete(aroundPlaces, 0, aroundCount);
        aroundFrom = from;
        aroundTo = to;
        lookForRuns(bytes, places, count);
    }

    /** Whether {@link #lookAround} was called for all of the last text whose readings follow or that has none. */
    boolean knowsAllAround() {
        return knowsAllAround;
    }

    /**
     * Writes the places of a stretch where words may begin that candidates ask about, ascending.
     *
     * @return how many, or −1 if they were not looked for
     */
    int around(int from, int to, int[] into) {
        if (from < aroundFrom || to > aroundTo) {
            return -1;
        }
        int at = Arrays.binarySearch(aroundPlaces, 0, aroundCount, from);
        at = at < 0 ? -1 - at : at;
        int count = 0;
        while (at < aroundCount && aroundPlaces[at] < to) {
            into[count++] = aroundPlaces[at++];
        }
        return count;
    }

    private void lookForWords(byte[] bytes, int[] places, int count) {
        byte[] ofWords = words;
        long[] ofOpenings = openings;
        int word = 0;
        int opening = 0;
        for (int i = 0; i < count; i++) {
            int at = places[i];
            long eight = (long) LONGS.get(bytes, at);
            long digits = AsciiBytes.digits(eight);
            long lettersOrDigits = digits | AsciiBytes.letters(eight);
            wordPlaces[word] = at;
            word += WordBeginnings.lookUp(ofWords, eight, lettersOrDigits) & WAITED;
            classPlaces[opening] = at;
            opening += Openings.lookUp(ofOpenings, eight, digits, lettersOrDigits);
        }
        wordCount = word;
        classCount = opening;
    }

    /**
     * The loop above with one more list. Kept apart, for one loop for both takes 3 % longer to search prose, and a second look at
     * each place 5 % longer to search logs.
     */
    private void lookForAllWords(byte[] bytes, int[] places, int count) {
        byte[] ofWords = words;
        long[] ofOpenings = openings;
        int word = 0;
        int around = 0;
        int opening = 0;
        for (int i = 0; i < count; i++) {
            int at = places[i];
            long eight = (long) LONGS.get(bytes, at);
            long digits = AsciiBytes.digits(eight);
            long lettersOrDigits = digits | AsciiBytes.letters(eight);
            int kinds = WordBeginnings.lookUp(ofWords, eight, lettersOrDigits);
            wordPlaces[word] = at;
            word += kinds & WAITED;
            aroundPlaces[around] = at;
            around += (kinds & AROUND) >>> 1;
            classPlaces[opening] = at;
            opening += Openings.lookUp(ofOpenings, eight, digits, lettersOrDigits);
        }
        wordCount = word;
        aroundCount = around;
        classCount = opening;
    }

    private void lookForRuns(byte[] bytes, int[] places, int count) {
        byte[] ofRuns = runs;
        int run = 0;
        for (int i = 0; i < count; i++) {
            int at = places[i];
            int gram = (int) (long) LONGS.get(bytes, at) | FrontLiterals.FOLD;
            runPlaces[run] = at;
            run += ofRuns[(gram * FrontLiterals.FACTOR) >>> FrontLiterals.SHIFT];
        }
        runCount = run;
    }

    /** Where a context word may begin, ascending; the first {@link #wordCount} are of use. */
    int[] wordPlaces() {
        return wordPlaces;
    }

    int wordCount() {
        return wordCount;
    }

    /** Where a run may begin that a shape begins with. */
    int[] runPlaces() {
        return runPlaces;
    }

    int runCount() {
        return runCount;
    }

    /** Where a shape of the class pass may begin. */
    int[] classPlaces() {
        return classPlaces;
    }

    int classCount() {
        return classCount;
    }
}
