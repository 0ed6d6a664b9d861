package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.shape.ByteSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A word speaks for every match it may speak for; for a long one, only where nothing else stands between. */
class EarliestStartsTest {
    private static final long SEED = 17;
    private static final int BYTES = 6_000;

    private final RuleSet rules = RuleSet.shipped();
    private final ContextWords words = rules.contextWords();
    private final List<Parts> parts = rules.program().parts();

    @Test
    void noMatchIsMissedWhateverWasAskedBefore() {
        Random random = new Random(SEED);
        for (int round = 0; round < 40; round++) {
            byte[] text = text(random, "abz09.-/:%", round % 4 == 0 ? 2_000 : 1 + random.nextInt(60));
            EarliestStarts earliest = new EarliestStarts(words, parts);
            earliest.begin();
            for (int place = CellBatch.PADDING; place < BYTES; place += 1 + random.nextInt(30)) {
                int phrase = random.nextInt(words.size());
                int cellStart = Math.max(CellBatch.PADDING, place / 3_000 * 3_000);
                assertThat(earliest.of(phrase, text, cellStart, place))
                        .as("seed %d, round %d, phrase %d at %d", SEED, round, phrase, place)
                        .isBetween(cellStart, Math.max(cellStart, askedOneByOne(phrase, text, cellStart, place)));
            }
        }
    }

    /** A run of some bytes, parted by a blank now and then. */
    private static byte[] text(Random random, String alphabet, int between) {
        byte[] text = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            boolean parted = random.nextInt(between) == 0;
            text[i] = (byte) (parted ? ' ' : alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text;
    }

    private int askedOneByOne(int phrase, byte[] text, int cellStart, int place) {
        int last = place - ContextWindow.AFTER;
        int earliest = last + 1;
        for (int detector : words.detectorList(phrase)) {
            ByteSet bytes = parts.get(detector).bytes();
            int at = last + 1;
            while (at > cellStart && at > last - parts.get(detector).longest() && bytes.contains(text[at - 1] & 0xFF)) {
                at--;
            }
            earliest = Math.min(earliest, at);
        }
        return earliest;
    }

    @Test
    void aDomainBehindOtherTextIsNotLookedForInFrontOfIt() {
        byte[] text = new byte[BYTES];
        Arrays.fill(text, (byte) 'a');
        text[1_000] = ' ';
        int phrase = words.phrases().number(Words.hash("blog".getBytes(StandardCharsets.UTF_8), 0, 4));
        EarliestStarts earliest = new EarliestStarts(words, parts);
        earliest.begin();
        assertThat(earliest.of(phrase, text, CellBatch.PADDING, 1_500)).isEqualTo(1_001);
        assertThat(earliest.of(phrase, text, CellBatch.PADDING, 1_700)).isEqualTo(1_001);
    }
}
