package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every file format keeps. A subclass gives a format and a small good file of it. */
abstract class FileFormatContract {
    /** The format under test. */
    abstract FileFormat format();

    /** A good file: a few rows, several columns. */
    abstract InMemoryFile sample() throws IOException;

    /** Rows of {@link #sample()}. */
    abstract long sampleRows();

    /** Whether a file of no bytes is one of the format. */
    boolean takesEmptyFiles() {
        return true;
    }

    @Test
    void isFoundByItsName() {
        assertThat(Formats.named(format().name())).hasSameClassAs(format());
    }

    @Test
    void isFoundByContent() throws IOException {
        assertThat(Formats.detect(sample().stored(), sample())).hasSameClassAs(format());
    }

    @Test
    void readsEveryRow() throws IOException {
        CollectingSink sink = Reading.read(format(), sample(), Long.MAX_VALUE);

        assertThat(sink.rows).isEqualTo(sampleRows());
        assertThat(sink.skipped).isEmpty();
        assertThat(sink.columns)
                .isNotEmpty()
                .allSatisfy(column -> assertThat(column.values() + column.nulls).isPositive());
    }

    @Test
    void readsTheSameInSmallSectionsAndTwice() throws IOException {
        CollectingSink once = Reading.read(format(), sample(), Long.MAX_VALUE);
        CollectingSink again = Reading.read(format(), sample(), Long.MAX_VALUE);
        CollectingSink divided = Reading.read(format(), sample(), 1);

        assertThat(again.everything()).isEqualTo(once.everything());
        assertThat(divided.everything()).isEqualTo(once.everything());
    }

    @Test
    void readsFilesOfAnyPath() throws IOException {
        byte[] bytes = bytes(sample());
        for (String path : List.of("a b/ü\n%2e.x", "..", "x", "a'\"`;--.csv.parquet", "\u202Etxt", "-", " ")) {
            CollectingSink sink = Reading.read(format(), new InMemoryFile(path, bytes), Long.MAX_VALUE);
            assertThat(sink.rows).as(path).isEqualTo(sampleRows());
        }
    }

    @Test
    void takesOrRefusesAnEmptyFile() throws IOException {
        InMemoryFile empty = new InMemoryFile(sample().stored().path(), new byte[0]);
        if (takesEmptyFiles()) {
            CollectingSink sink = Reading.read(format(), empty, Long.MAX_VALUE);
            assertThat(sink.rows).isZero();
            assertThat(sink.skipped).isEmpty();
        } else {
            assertThatCode(() -> Reading.read(format(), empty, Long.MAX_VALUE)).isInstanceOf(DataException.class);
        }
    }

    @Test
    void survivesTruncationAnywhere() throws IOException {
        byte[] bytes = bytes(sample());
        for (int length = 0; length < bytes.length; length += 1 + bytes.length / 200) {
            survives(Arrays.copyOf(bytes, length), "cut to " + length);
        }
    }

    @Test
    void survivesFlippedBytes() throws IOException {
        byte[] bytes = bytes(sample());
        Random random = new Random(20260301);
        for (int round = 0; round < 500; round++) {
            byte[] broken = bytes.clone();
            StringBuilder what = new StringBuilder("flipped");
            for (int n = random.nextInt(3); n >= 0; n--) {
                int at = random.nextInt(broken.length);
                broken[at] = (byte) random.nextInt(256);
                what.append(' ').append(at).append('=').append(broken[at]);
            }
            survives(broken, what.toString());
        }
    }

    @Test
    void survivesNoise() {
        Random random = new Random(20260302);
        for (int round = 0; round < 100; round++) {
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            survives(noise, "noise " + round);
        }
    }

    private void survives(byte[] bytes, String what) {
        try {
            Reading.read(format(), new InMemoryFile("broken", bytes), Long.MAX_VALUE);
        } catch (DataException e) {
            assertThat(e.getMessage()).contains("broken").doesNotContain("memory://");
        } catch (RuntimeException e) {
            fail(what, e);
        }
    }

    static byte[] bytes(InMemoryFile file) {
        byte[] bytes = new byte[(int) file.length()];
        file.read(0, bytes, 0, bytes.length);
        return bytes;
    }
}
