package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What readings take over of the text that was read, against filtering all of them. */
class KeptPositionsTest {
    private static final long SEED = 17;
    private static final int CHUNK = 512;

    /** Room for what is looked at around the first and the last position. */
    private static final int PADDING = 32;

    private final Random random = new Random(SEED);

    @Test
    void whatIsTakenOverIsWhatWouldBeFound() {
        KeptPositions kept = new KeptPositions();
        VerbatimStretches ofText = new VerbatimStretches(VerbatimStretches.Text.ORIGINAL);
        VerbatimStretches ofReadings = new VerbatimStretches(VerbatimStretches.Text.READINGS);
        for (int round = 0; round < 200; round++) {
            byte[] text = new byte[3_000 + 2 * PADDING];
            random.nextBytes(text);
            byte[] readings = new byte[5_000 + 2 * PADDING];
            random.nextBytes(readings);
            ofReadings.clear();
            copySome(text, readings, ofReadings);

            kept.begin(ofText);
            assertThat(all(text, ofText, kept)).isEqualTo(filtered(text, PADDING, text.length - PADDING));
            kept.begin(ofReadings);
            assertThat(all(readings, ofReadings, kept))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(filtered(readings, PADDING, readings.length - PADDING));
        }
    }

    /** Copies stretches that follow one another in the text, but now and then go back, to places in the readings. */
    private void copySome(byte[] text, byte[] readings, VerbatimStretches into) {
        int from = PADDING;
        int at = PADDING + random.nextInt(100);
        while (true) {
            from = Math.max(PADDING, from + random.nextInt(300) - 100);
            int length = VerbatimStretches.SHORTEST + random.nextInt(500);
            if (from + length > text.length - PADDING || at + length > readings.length - PADDING) {
                return;
            }
            System.arraycopy(text, from, readings, at, length);
            into.stretch(at, at + length, from);
            from += length;
            at += length + random.nextInt(3) * random.nextInt(400);
        }
    }

    private static int[] all(byte[] bytes, VerbatimStretches verbatim, KeptPositions kept) {
        int[] found = new int[0];
        int limit = bytes.length - PADDING;
        for (int from = PADDING; from < limit; from += CHUNK) {
            verbatim.move(from, Math.min(from + CHUNK, limit));
            int[] fresh = IntStream.rangeClosed(0, verbatim.count())
                    .flatMap(i -> Arrays.stream(filtered(bytes, verbatim.freshFrom(i), verbatim.freshTo(i))))
                    .toArray();
            int begin = found.length;
            int[] positions = Arrays.copyOf(found, begin + CHUNK);
            System.arraycopy(fresh, 0, positions, begin, fresh.length);
            found = Arrays.copyOf(positions, kept.complete(positions, begin, begin + fresh.length));
        }
        return found;
    }

    /** A filter that asks for all bytes that filters ask for. */
    private static int[] filtered(byte[] bytes, int from, int to) {
        return IntStream.range(from, to)
                .filter(at -> (Arrays.hashCode(Arrays.copyOfRange(bytes, at - 1, at + FrontMasks.DEPTH)) & 7) == 0)
                .toArray();
    }
}
