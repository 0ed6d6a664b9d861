package dev.assay.detect;

import dev.assay.detect.text.Origins;
import java.util.Arrays;

/**
 * Stretches of a batch of readings, ascending, that stand verbatim in the text that was read, with as many bytes around them as
 * tell the filters whether something may begin at a place: what they let through there is taken over. All else is fresh. A batch
 * is gone through in chunks. Not thread-safe.
 *
 * <pre>
 *  text         … GET /anna%40firma.io HTTP/1.1 …
 *  reading      … GET /anna@firma.io HTTP/1.1 …
 *               ╰─────╯              ╰────────╯  verbatim
 *                      ╰────────────╯            fresh
 * </pre>
 */
final class VerbatimStretches implements Origins.Stretches {
    /** Bytes before a place that the filters look at. */
    private static final int BEFORE = 1;

    /** Bytes from a place on that they look at. */
    private static final int BEHIND = FrontMasks.DEPTH;

    /** Shorter stretches are taken as fresh, bytes: to filter them is no dearer than to take over what was found there. */
    static final int SHORTEST = 96;

    /** What is gone through. */
    enum Text {
        /** Text that stands for itself, or whose readings are of no interest. */
        PLAIN,
        /** Text whose readings follow. */
        ORIGINAL,
        READINGS
    }

    private final Text text;
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    /** How far behind its original each stretch stands; negative if before. */
    private int[] shifts = new int[16];

    private int size;

    /** What is added next stands so far behind where it is said to. */
    private int shift;

    private int chunkFrom;
    private int chunkTo;

    /** The first stretch of the chunk, and how many there are. */
    private int first;

    private int count;

    /** None so far. Only readings have any. */
    VerbatimStretches(Text text) {
        this.text = text;
    }

    Text text() {
        return text;
    }

    boolean ofReadings() {
        return text == Text.READINGS;
    }

    void clear() {
        size = 0;
        first = 0;
    }

    /** Adds those of a reading. */
    void add(Origins origins, int end, int newShift) {
        shift = newShift;
        origins.unchanged(end, SHORTEST, this);
    }

    @Override
    public void stretch(int from, int to, int original) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            shifts = Arrays.copyOf(shifts, size * 2);
        }
        starts[size] = from + shift + BEFORE;
        ends[size] = to + shift - BEHIND;
        shifts[size++] = from + shift - original;
    }

    /** Goes on to a chunk, behind the one before. */
    void move(int from, int to) {
        chunkFrom = from;
        chunkTo = to;
        while (first < size && ends[first] <= from) {
            first++;
        }
        count = 0;
        while (first + count < size && starts[first + count] < to) {
            count++;
        }
    }

    /** How many there are in the chunk; before and behind each is a fresh stretch, which may be empty. */
    int count() {
        return count;
    }

    /** Where a fresh stretch of the chunk begins, and the verbatim one before it ends. */
    int freshFrom(int number) {
        return number == 0 ? chunkFrom : Math.min(ends[first + number - 1], chunkTo);
    }

    /** Where a fresh stretch of the chunk ends, and the next verbatim one begins. */
    int freshTo(int number) {
        return number == count ? chunkTo : Math.max(starts[first + number], chunkFrom);
    }

    /** How far behind its original a stretch of the chunk stands; negative if before. */
    int shift(int number) {
        return shifts[first + number];
    }

    /**
     * Writes the places of what is fresh in the chunk, ascending.
     *
     * @param into has room for all and {@link ByteMarks#ROOM} more
     * @return how many
     */
    int freshPlaces(ByteMarks marks, int[] into) {
        int places = 0;
        for (int number = 0; number <= count; number++) {
            places = marks.places(freshFrom(number), freshTo(number), into, places);
        }
        return places;
    }
}
