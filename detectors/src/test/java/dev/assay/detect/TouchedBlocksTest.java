package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Touched blocks against the bytes of all stretches, block by block. */
class TouchedBlocksTest {
    private static final int LIMIT = 20_000;

    @Test
    void stretchesTouchWhereTheyShareABlock() {
        Random random = new Random(31);
        TouchedBlocks blocks = new TouchedBlocks();
        for (int round = 0; round < 50; round++) {
            blocks.begin(LIMIT);
            BitSet touched = new BitSet();
            for (int i = random.nextInt(20); i > 0; i--) {
                int start = random.nextInt(LIMIT - 300);
                int end = start + 1 + random.nextInt(300);
                blocks.add(start, end);
                touched.set(start / ByteMarks.BLOCK, (end - 1) / ByteMarks.BLOCK + 1);
            }
            for (int i = 0; i < 200; i++) {
                int start = random.nextInt(LIMIT - 300);
                int end = start + 1 + random.nextInt(300);
                int next = touched.nextSetBit(start / ByteMarks.BLOCK);

                assertThat(blocks.touch(start, end)).isEqualTo(next >= 0 && next <= (end - 1) / ByteMarks.BLOCK);
            }
        }
    }
}
