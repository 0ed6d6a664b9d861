package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.text.Base64Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Marks of any stretch, against asking byte by byte. */
class ByteMarksTest {
    private static final String PIECES = "   \n.,:=&%\\abcXYZ019é\u0441漢";

    private static final String BASE64 = "abcXYZ019+/-_";

    private final Random random = new Random(17);
    private final ByteMarks marks = new ByteMarks();

    @Test
    void placesAndSignsOfAnyStretchAreThoseByteByByte() {
        for (int round = 0; round < 200; round++) {
            CellBatch batch = CellBatch.of(List.of(text(), text()));
            byte[] bytes = batch.bytes();
            new Places(ByteSet.NONE, ByteSet.NONE).mark(bytes, batch.begin(), batch.limit(), marks);
            int from = CellBatch.PADDING + random.nextInt(batch.limit() - CellBatch.PADDING);
            int to = from + random.nextInt(batch.limit() - from + 1);

            assertThat(places(from, to))
                    .isEqualTo(IntStream.range(from, to)
                            .filter(at -> isPlace(bytes, at))
                            .boxed()
                            .toList());
            assertThat(signs(from, to))
                    .isEqualTo(IntStream.range(from, to)
                            .filter(at -> Places.SIGNS.contains(bytes[at] & 0xFF))
                            .boxed()
                            .toList());
        }
    }

    @Test
    void longRunsOfAnyStretchAreThoseByteByByte() {
        for (int round = 0; round < 200; round++) {
            CellBatch batch = CellBatch.of(List.of(runs(), runs()));
            byte[] bytes = batch.bytes();
            new Places(ByteSet.NONE, ByteSet.NONE).mark(bytes, batch.begin(), batch.limit(), marks);
            int from = CellBatch.PADDING + random.nextInt(batch.limit() - CellBatch.PADDING);
            int to = from + random.nextInt(batch.limit() - from + 1);

            assertThat(marks.nextLongRun(from, to))
                    .isEqualTo(IntStream.range(from, to)
                            .filter(at -> IntStream.range(at, at + Base64Text.SHORTEST)
                                    .allMatch(i -> Base64Text.value(bytes[i]) >= 0))
                            .findFirst()
                            .orElse(to));
        }
    }

    private String runs() {
        StringBuilder text = new StringBuilder();
        for (int run = random.nextInt(8); run >= 0; run--) {
            text.append(PIECES.charAt(random.nextInt(PIECES.length())));
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(BASE64.charAt(random.nextInt(BASE64.length())));
            }
        }
        return text.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(200); i >= 0; i--) {
            text.append(PIECES.charAt(random.nextInt(PIECES.length())));
        }
        return text.toString();
    }

    private static boolean isPlace(byte[] bytes, int at) {
        int value = bytes[at] & 0xFF;
        boolean leads = value >= 0xC0 && value < 0xFF;
        return leads || (Places.WORD.contains(value) && !Places.WORD.contains(bytes[at - 1] & 0xFF));
    }

    private List<Integer> places(int from, int to) {
        int[] into = new int[to - from + ByteMarks.ROOM];
        int count = marks.places(from, to, into);
        return IntStream.range(0, count).mapToObj(i -> into[i]).toList();
    }

    private List<Integer> signs(int from, int to) {
        List<Integer> signs = new ArrayList<>();
        for (int at = marks.nextSign(from, to); at < to; at = marks.nextSign(at + 1, to)) {
            signs.add(at);
        }
        return signs;
    }
}
