package dev.assay.detect;

import dev.assay.detect.text.Origins;
import dev.assay.detect.text.Shadow;
import dev.assay.detect.text.Suspects;
import java.util.Arrays;

/**
 * Scans what a batch's text reads as where it does not stand for itself: odd characters, entities, escapes, base64. Only
 * stretches around such places are read and scanned, up to {@value #MOST_READINGS} encodings deep; what is found there is
 * told with the bytes of the cell it comes from. Not thread-safe.
 *
 * <pre>
 *  cell       … write to anna%40firma.io …          candidates of the text as it stands
 *                        │
 *  1st reading           anna@firma.io              its candidates, mapped back
 *  2nd reading, if the first still holds escapes    …
 * </pre>
 *
 * Of one detector's candidates that overlap, one stays: whichever does not cut a unit in two, then the surer, then the
 * longer, then that of the text as it stands. Equal stretches become one candidate as sure as the surer.
 */
final class ReadingScan {
    /** Readings of readings are followed this deep. */
    static final int MOST_READINGS = 3;

    /** Readings are scanned together once they are this long. */
    private static final int PORTION = 64 * 1024;

    private final Pass pass;
    private final Candidates candidates;
    private final Places placesOf;
    private final ByteMarks marks;
    private final ByteMarks marksWithin = new ByteMarks();
    private final Suspects suspects;
    private final Suspects suspectsWithin = new Suspects(marksWithin);
    private final Shadow[] shadows = new Shadow[MOST_READINGS];
    private final CellBatch readings = new CellBatch(0);
    private final QuietStretches quiet = new QuietStretches();
    private final VerbatimStretches verbatim = new VerbatimStretches(VerbatimStretches.Text.READINGS);
    private final TouchedBlocks ofReadings = new TouchedBlocks();
    private final IndexSort sort = new IndexSort();
    private final IndexSort.Order byDetector = this::standsBefore;

    /** Of the bytes of the batch of readings. */
    private final Origins origins = new Origins();

    /** Of each reading: the cell it is of, how deep it is, what it covers. */
    private int[] cellOf = new int[64];

    private byte[] depthOf = new byte[64];
    private int[] fromOf = new int[64];
    private int[] toOf = new int[64];
    private int[] order = new int[0];

    /** The first place of the batch that is not read yet. */
    private int place;

    private int rawSize;
    private boolean rawOrdered;

    /**
     * Scans a batch, adding to the candidates; may leave out what begins in the quiet stretches, and take over what is known of
     * the verbatim stretches.
     */
    @FunctionalInterface
    interface Pass {
        void scan(CellBatch batch, QuietStretches quiet, VerbatimStretches verbatim);
    }

    /**
     * Readings of batches.
     *
     * @param marks of the batch that is scanned, made before
     */
    ReadingScan(Pass pass, Places placesOf, ByteMarks marks, Candidates candidates) {
        this.pass = pass;
        this.placesOf = placesOf;
        this.marks = marks;
        this.candidates = candidates;
        suspects = new Suspects(marks);
        Arrays.setAll(shadows, i -> new Shadow());
    }

    /** Begins with a batch; returns whether anything in it is written otherwise than it reads. */
    boolean begin(CellBatch batch) {
        suspects.begin(batch.bytes(), batch.begin(), batch.limit());
        place = suspects.next(batch.begin());
        return place < batch.limit();
    }

    /** Adds to the candidates of the batch what its readings hold. */
    void scan(CellBatch batch) {
        int limit = batch.limit();
        if (place == limit) {
            return;
        }
        rawSize = candidates.size();
        rawOrdered = false;
        forgetReadings();
        int cell = 0;
        while (place < limit) {
            while (batch.end(cell) <= place) {
                cell++;
            }
            shadows[0].read(batch.bytes(), marks, batch.start(cell), batch.end(cell), place);
            take(cell);
            if (readings.limit() > PORTION) {
                scanReadings(batch);
            }
            place = suspects.next(shadows[0].resume());
        }
        scanReadings(batch);
        if (candidates.size() > rawSize) {
            settle(batch.limit());
        }
    }

    /** Takes a stretch's readings into the portion. */
    private void take(int cell) {
        add(shadows[0], cell, 1);
        int depth = 1;
        while (!isPlain(shadows[depth - 1])) {
            if (depth == MOST_READINGS) {
                candidates.limit(cell, TextLimit.DEEPER_ENCODING);
                return;
            }
            shadows[depth].readAgain(shadows[depth - 1], marksWithin);
            depth++;
            add(shadows[depth - 1], cell, depth);
        }
    }

    /** Whether nothing more is to be read in a reading, whose bytes are marked then. */
    private boolean isPlain(Shadow shadow) {
        int from = shadow.textStart();
        int to = from + shadow.size();
        placesOf.mark(shadow.text(), from, to, marksWithin);
        suspectsWithin.begin(shadow.text(), from, to);
        return suspectsWithin.next(from) == to;
    }

    private void add(Shadow shadow, int cell, int depth) {
        readings.add(shadow.text(), shadow.textStart(), shadow.size());
        int reading = readings.cells() - 1;
        int shift = readings.start(reading) - shadow.textStart();
        origins.addAll(shadow.origins(), shift);
        verbatim.add(shadow.origins(), shadow.textStart() + shadow.size(), shift);
        if (reading == cellOf.length) {
            cellOf = Arrays.copyOf(cellOf, reading * 2);
            depthOf = Arrays.copyOf(depthOf, reading * 2);
            fromOf = Arrays.copyOf(fromOf, reading * 2);
            toOf = Arrays.copyOf(toOf, reading * 2);
        }
        quiet.add(quietFrom(readings.start(reading), readings.end(reading)), readings.end(reading));
        cellOf[reading] = cell;
        depthOf[reading] = (byte) depth;
        fromOf[reading] = shadow.from();
        toOf[reading] = shadow.to();
        if (shadow.leftHidden()) {
            candidates.limit(cell, TextLimit.LONGER_BASE64);
        }
    }

    /** Where in a reading its last change lies so far behind that no candidate {@link #tells}. */
    private int quietFrom(int base, int limit) {
        return Math.min(origins.unchangedFrom(base, limit) + ContextWindow.BEFORE + 1, limit);
    }

    private void scanReadings(CellBatch batch) {
        int first = candidates.size();
        int firstRefusal = candidates.refusals();
        try {
            pass.scan(readings, quiet, verbatim);
        } catch (DetectorException failure) {
            throw failure.inCell(cellOf[failure.cell()]);
        }
        if (candidates.size() > first) {
            mapBack(batch, first);
        }
        int refusals = firstRefusal;
        for (int i = firstRefusal; i < candidates.refusals(); i++) {
            int reading = candidates.refusedCell(i);
            int cell = cellOf[reading];
            if (fromOf[reading] == batch.start(cell) && toOf[reading] == batch.end(cell)) {
                candidates.setRefusal(refusals++, cell, candidates.refusedDetector(i));
            }
        }
        candidates.truncateRefusals(refusals);
        forgetReadings();
    }

    private void forgetReadings() {
        readings.clear();
        origins.clear();
        quiet.clear();
        verbatim.clear();
    }

    private void mapBack(CellBatch batch, int first) {
        int kept = first;
        for (int i = first; i < candidates.size(); i++) {
            int start = candidates.start(i);
            int end = candidates.end(i);
            int reading = readingAt(start);
            if (tells(batch, reading, start, end)) {
                int from = origins.start(start);
                int to = origins.end(end - 1);
                boolean hasDeeper = reading + 1 < readings.cells() && depthOf[reading + 1] == depthOf[reading] + 1;
                boolean cut = hasDeeper && (cuts(reading + 1, from) || cuts(reading + 1, to));
                candidates.copy(i, kept);
                candidates.place(kept, from, to, depthOf[reading]);
                if (cut) {
                    candidates.cut(kept);
                }
                kept++;
            }
        }
        candidates.truncate(kept);
        if (kept > first) {
            markCuts();
        }
    }

    private int readingAt(int position) {
        int low = 0;
        int high = readings.cells() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (readings.end(middle) <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a candidate says more than the text as it stands: it or a word near it was changed, and no end is an end of the stretch only. */
    private boolean tells(CellBatch batch, int reading, int start, int end) {
        int base = readings.start(reading);
        int limit = readings.end(reading);
        int cell = cellOf[reading];
        if ((start == base && fromOf[reading] > batch.start(cell))
                || (end == limit && toOf[reading] < batch.end(cell))) {
            return false;
        }
        int from = Math.max(base, start - ContextWindow.BEFORE);
        int to = Math.min(limit, end + ContextWindow.AFTER);
        return origins.changes(to - 1) > (from == base ? 0 : origins.changes(from - 1));
    }

    /** Whether a place of the batch lies inside what one byte of a reading comes from, or inside what was left out. */
    private boolean cuts(int reading, int place) {
        return origins.cuts(readings.start(reading), readings.end(reading), place);
    }

    /** Marks candidates of the text as it stands that begin or end inside a unit. */
    private void markCuts() {
        if (!rawOrdered) {
            ensureOrder(rawSize);
            sort.sort(order, 0, rawSize, (one, other) -> candidates.start(one) <= candidates.start(other));
            rawOrdered = true;
        }
        for (int reading = 0; reading < readings.cells(); reading++) {
            if (depthOf[reading] == 1) {
                for (int i = firstFrom(fromOf[reading]); i < rawSize; i++) {
                    int raw = order[i];
                    if (candidates.start(raw) >= toOf[reading]) {
                        break;
                    }
                    if (cuts(reading, candidates.start(raw)) || cuts(reading, candidates.end(raw))) {
                        candidates.cut(raw);
                    }
                }
            }
        }
    }

    private int firstFrom(int place) {
        int low = 0;
        int high = rawSize;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candidates.start(order[middle]) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void ensureOrder(int size) {
        if (order.length < size) {
            order = new int[Math.max(size, order.length * 2)];
        }
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
    }

    /** Lets one of overlapping candidates of the same detector stay. Those of the text as it stands do not overlap among themselves. */
    private void settle(int limit) {
        int size = takeOverlapping(limit);
        sort.sort(order, 0, size, byDetector);
        int current = order[0];
        for (int i = 1; i < size; i++) {
            int next = order[i];
            boolean overlap = candidates.detector(next) == candidates.detector(current)
                    && candidates.start(next) < candidates.end(current);
            if (overlap) {
                int better = better(current, next);
                candidates.drop(better == current ? next : current);
                current = better;
            } else {
                current = next;
            }
        }
        candidates.removeDropped();
    }

    /** Puts the candidates of readings, and those of the text as it stands that may overlap them, into the order; returns how many. */
    private int takeOverlapping(int limit) {
        int all = candidates.size();
        ensureOrder(all);
        ofReadings.begin(limit);
        for (int i = rawSize; i < all; i++) {
            ofReadings.add(candidates.start(i), candidates.end(i));
        }
        int size = 0;
        for (int i = 0; i < all; i++) {
            order[size] = i;
            size += i >= rawSize || ofReadings.touch(candidates.start(i), candidates.end(i)) ? 1 : 0;
        }
        return size;
    }

    private boolean standsBefore(int one, int other) {
        int difference = Integer.compare(candidates.detector(one), candidates.detector(other));
        if (difference == 0) {
            difference = Integer.compare(candidates.start(one), candidates.start(other));
        }
        if (difference == 0) {
            difference = Integer.compare(candidates.end(one), candidates.end(other));
        }
        if (difference == 0) {
            difference = Integer.compare(candidates.depth(one), candidates.depth(other));
        }
        return difference <= 0;
    }

    private int better(int one, int other) {
        boolean equal =
                candidates.start(one) == candidates.start(other) && candidates.end(one) == candidates.end(other);
        if (equal) {
            int shallow = candidates.depth(one) <= candidates.depth(other) ? one : other;
            candidates.join(shallow, shallow == one ? other : one);
            return shallow;
        }
        int difference = Boolean.compare(candidates.isCut(one), candidates.isCut(other));
        if (difference == 0) {
            difference = Integer.compare(candidates.confidence(other), candidates.confidence(one));
        }
        if (difference == 0) {
            difference = Integer.compare(length(other), length(one));
        }
        if (difference == 0) {
            difference = Integer.compare(candidates.depth(one), candidates.depth(other));
        }
        return difference <= 0 ? one : other;
    }

    private int length(int candidate) {
        return candidates.end(candidate) - candidates.start(candidate);
    }
}
