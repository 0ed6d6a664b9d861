package dev.assay.detect.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Origins kept in pieces, against origins kept byte by byte. */
class OriginsTest {
    private static final int FIRST = 64;

    private final Random random = new Random(23);
    private final Origins origins = new Origins();
    private final List<Origin> bytes = new ArrayList<>();

    private record Origin(int start, int end, int changes) {}

    @Test
    void piecesTellOfEachByteWhatIsTold() {
        for (int round = 0; round < 200; round++) {
            read();
            int size = bytes.size();

            assertThat(IntStream.range(0, size).mapToObj(this::origin)).containsExactlyElementsOf(bytes);
            assertThat(origins.unchangedFrom(FIRST, FIRST + size) - FIRST).isEqualTo(unchangedFrom());
            for (int place = 0; place < 60; place++) {
                assertThat(origins.cuts(FIRST, FIRST + size, place))
                        .as("place " + place)
                        .isEqualTo(cuts(place));
            }
        }
    }

    @Test
    void aStretchTellsOfItsBytesWhatTheReadingToldItIsOf() {
        for (int round = 0; round < 200; round++) {
            read();
            int from = random.nextInt(bytes.size() + 1);
            int to = from + random.nextInt(bytes.size() - from + 1);
            Origins stretch = new Origins();
            if (from < to) {
                stretch.addStretch(origins, FIRST + from, FIRST + to, 7, 3);
            }

            for (int i = from; i < to; i++) {
                assertThat(stretch.start(7 + i - from)).isEqualTo(bytes.get(i).start());
                assertThat(stretch.end(7 + i - from)).isEqualTo(bytes.get(i).end());
                assertThat(stretch.changes(7 + i - from)).isEqualTo(3);
            }
        }
    }

    @Test
    void theStretchesToldAsUnchangedAreAllOfThatLength() {
        for (int round = 0; round < 200; round++) {
            read();
            int shortest = 1 + random.nextInt(4);
            List<Unchanged> told = new ArrayList<>();
            origins.unchanged(
                    FIRST + bytes.size(),
                    shortest,
                    (from, to, original) -> told.add(new Unchanged(from - FIRST, to - FIRST, original)));

            List<Unchanged> expected = new ArrayList<>();
            int from = 0;
            for (int i = 1; i <= bytes.size(); i++) {
                boolean goesOn = i < bytes.size()
                        && isUnchanged(i)
                        && isUnchanged(i - 1)
                        && bytes.get(i).start() == bytes.get(i - 1).end();
                if (!goesOn) {
                    if (isUnchanged(i - 1) && i - from >= shortest) {
                        expected.add(new Unchanged(from, i, bytes.get(from).start()));
                    }
                    from = i;
                }
            }
            assertThat(told).isEqualTo(expected);
        }
    }

    private record Unchanged(int from, int to, int original) {}

    private boolean isUnchanged(int index) {
        return bytes.get(index).end() - bytes.get(index).start() == 1;
    }

    /** What stands for itself, units of one to three bytes and what is left out, in any order. */
    private void read() {
        origins.clear();
        bytes.clear();
        Origins read = new Origins();
        int at = random.nextInt(10);
        int changes = 0;
        for (int piece = random.nextInt(8); piece >= 0; piece--) {
            int length = 1 + random.nextInt(4);
            if (random.nextBoolean()) {
                read.add(bytes.size(), at, 1, changes);
                for (int i = at; i < at + length; i++) {
                    bytes.add(new Origin(i, i + 1, changes));
                }
            } else {
                changes++;
                for (int i = random.nextInt(4); i > 0; i--) {
                    read.add(bytes.size(), at, length, changes);
                    bytes.add(new Origin(at, at + length, changes));
                }
            }
            at += length;
        }
        origins.addAll(read, FIRST);
    }

    private Origin origin(int index) {
        int place = FIRST + index;
        return new Origin(origins.start(place), origins.end(place), origins.changes(place));
    }

    private int unchangedFrom() {
        int at = bytes.size();
        while (at > 0
                && bytes.get(at - 1).changes() == bytes.get(bytes.size() - 1).changes()) {
            at--;
        }
        return at;
    }

    private boolean cuts(int place) {
        int last = bytes.size() - 1;
        while (last >= 0 && bytes.get(last).start() > place) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        Origin nearest = bytes.get(last);
        boolean isEdge = nearest.start() == place || nearest.end() == place;
        return !isEdge && (place < nearest.end() || last < bytes.size() - 1);
    }
}
