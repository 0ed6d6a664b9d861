package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.CellBatch;
import dev.assay.summary.ValueHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Words and characters read eight bytes at a time, against reading them one by one. */
class TextWordsTest {
    private static final String[] PIECES = {
        "a",
        "word",
        "Words",
        "internationalisation",
        "Z",
        "09",
        "x1y2",
        " ",
        "  ",
        "\n",
        "\t",
        ".",
        ", ",
        "-",
        "@",
        "[",
        "`",
        "{",
        "/",
        ":",
        "é",
        "straße",
        "字",
        "漢字",
        "ไทย",
        "한국",
        "\u007f",
        "\u0000",
        "🙂",
        "ﬁ",
        "«",
        "\u3000"
    };

    private final TextWords words = new TextWords();

    @Test
    void wordsAreCutAndHashedAsOneByOne() {
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            byte[] text = text(random, round);
            int start = random.nextInt(1 + text.length / 4);
            int end = text.length - random.nextInt(1 + (text.length - start) / 4);
            assertThat(hashes(text, start, end)).describedAs("round %d", round).isEqualTo(oneByOne(text, start, end));
        }
    }

    @Test
    void capitalsOfAsciiAreSmallLetters() {
        assertThat(hashesOf("STRASSE b2 Internationalisation Q"))
                .isEqualTo(hashesOf("strasse B2 internationalisation q"))
                .doesNotHaveDuplicates();
    }

    private List<Long> hashesOf(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return hashes(utf8, 0, utf8.length);
    }

    @Test
    void charactersAreCountedAsOneByOne() {
        Random random = new Random(12);
        MeasuredCells cells = new MeasuredCells(1);
        for (int round = 0; round < 3_000; round++) {
            byte[] text = text(random, round);
            int start = random.nextInt(1 + text.length / 4);
            CellBatch batch = new CellBatch(text.length);
            batch.add(text, start, text.length - start);
            byte[] behind = text(random, round + 1);
            batch.add(behind, 0, behind.length);
            cells.measure(batch, 0, 1);
            int classes = 0;
            int points = 0;
            for (int i = start; i < text.length; i++) {
                classes |= CharacterClass.bit(text[i]);
                points += (text[i] & 0xC0) == 0x80 ? 0 : 1;
            }
            assertThat(CellShape.classes(cells.shape(0)))
                    .describedAs("round %d", round)
                    .isEqualTo(classes);
            assertThat(cells.length(0)).describedAs("round %d", round).isEqualTo(points);
            assertThat(cells.hash(0)).describedAs("round %d", round).isEqualTo(ValueHash.of(text, start, text.length));
        }
    }

    /** Pieces of text, and every tenth time bytes that are none. */
    private static byte[] text(Random random, int round) {
        if (round % 10 == 0) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            return bytes;
        }
        StringBuilder text = new StringBuilder();
        // Every hundredth is longer than a few blocks of words.
        for (int i = random.nextInt(round % 100 == 1 ? 30_000 : 60); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Long> hashes(byte[] text, int start, int end) {
        List<Long> hashes = new ArrayList<>();
        words.begin(text, start, end);
        for (int count = words.next(0); count > 0; count = words.next(0)) {
            Arrays.stream(words.hashes(), 0, count).forEach(hashes::add);
        }
        return hashes;
    }

    private static List<Long> oneByOne(byte[] text, int start, int end) {
        List<Long> hashes = new ArrayList<>();
        int at = start;
        while (at < end) {
            if (!isLetter(text[at])) {
                at++;
            } else if (standsAlone(text, at, end)) {
                hashes.add(spread(piece(text, at, Math.min(end, at + 3), 0)));
                at = Math.min(end, at + 3);
            } else {
                int from = at;
                do {
                    at++;
                } while (at < end && isLetter(text[at]) && !standsAlone(text, at, end));
                hashes.add(hash(text, from, at));
            }
        }
        return hashes;
    }

    private static long hash(byte[] text, int from, int to) {
        long hash = 0;
        for (int at = from; at < to; at += Long.BYTES) {
            hash = spread(hash ^ piece(text, at, Math.min(to, at + Long.BYTES), 0x20));
        }
        return hash;
    }

    /** Eight bytes, zero where there are none, with a bit set in those that are not past ASCII. */
    private static long piece(byte[] text, int from, int to, int bit) {
        long piece = 0;
        for (int i = from + Long.BYTES - 1; i >= from; i--) {
            int b = i < to ? text[i] & 0xFF : 0;
            piece = piece << 8 | (b < 0x80 ? b | bit : b);
        }
        return piece;
    }

    private static long spread(long piece) {
        long product = piece * 0x9E3779B97F4A7C15L;
        return product ^ (product >>> 32);
    }

    private static boolean isLetter(byte b) {
        return b < 0 || Character.isLetterOrDigit(b);
    }

    private static boolean standsAlone(byte[] text, int at, int end) {
        int b = text[at] & 0xFF;
        return (b >= 0xE3 && b <= 0xE9) || (b == 0xE0 && at + 1 < end && (text[at + 1] & 0xFC) == 0xB8);
    }
}
