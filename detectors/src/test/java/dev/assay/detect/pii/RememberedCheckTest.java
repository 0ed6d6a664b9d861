package dev.assay.detect.pii;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedCheckTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Check even = (bytes, start, end) -> {
        asked.incrementAndGet();
        return bytes[end - 1] % 2 == 0 ? Verdict.VALID : Verdict.INVALID;
    };
    private final Check remembered = new RememberedCheck(even);

    @Test
    void judgesAsTheCheckDoesWhateverWasAskedBefore() {
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            byte[] text = Integer.toString(random.nextInt(3_000)).getBytes(StandardCharsets.US_ASCII);

            assertThat(remembered.judge(text, 0, text.length)).isEqualTo(even.judge(text, 0, text.length));
        }
    }

    @Test
    void asksOnceForAShortTextAndAlwaysForALongOne() {
        byte[] text = "xx1700.107 is 0123456789012345 and more".getBytes(StandardCharsets.US_ASCII);

        remembered.judge(text, 2, 10);
        remembered.judge(text, 2, 10);
        assertThat(asked).hasValue(1);
        remembered.judge(text, 14, 31);
        remembered.judge(text, 14, 31);
        assertThat(asked).hasValue(3);
    }
}
