package dev.assay.detect;

import dev.assay.detect.text.AsciiBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The first look at each place, for three searches at once: eight bytes are loaded, and a table each tells whether a context
 * word, a shape that begins with a known run of bytes or one that begins with digits or letters may begin with them. Lets
 * through what looks alike; never leaves anything out. Not thread-safe.
 */
final class FirstLook {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private final byte[] words;
    private final byte[] runs;
    private final byte[] openings;
    private final int[] wordPlaces;
    private final int[] runPlaces;
    private final int[] classPlaces;
    private int wordCount;
    private int runCount;
    private int classCount;

    /** @param most the most places that are looked at together */
    FirstLook(WordBeginnings words, FrontLiterals runs, Openings openings, int most) {
        this.words = words.table();
        this.runs = runs.kept();
        this.openings = openings.table();
        wordPlaces = new int[most + 1];
        runPlaces = new int[most + 1];
        classPlaces = new int[most + 1];
    }

    /**
     * Looks at some places.
     *
     * @param bytes readable eight bytes past each place
     */
    void look(byte[] bytes, int[] places, int count) {
        lookForWords(bytes, places, count);
        lookForRuns(bytes, places, count);
    }

    private void lookForWords(byte[] bytes, int[] places, int count) {
        byte[] ofWords = words;
        byte[] ofOpenings = openings;
        int word = 0;
        int opening = 0;
        for (int i = 0; i < count; i++) {
            int at = places[i];
            long eight = (long) LONGS.get(bytes, at);
            long digits = AsciiBytes.digits(eight);
            long lettersOrDigits = digits | AsciiBytes.letters(eight);
            wordPlaces[word] = at;
            word += WordBeginnings.lookUp(ofWords, eight, lettersOrDigits);
            classPlaces[opening] = at;
            opening += Openings.lookUp(ofOpenings, eight, digits, lettersOrDigits);
        }
        wordCount = word;
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
