package dev.assay.quality;

import static org.assertj.core.api.Assertions.assertThat;

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
    void charactersAreCountedAsOneByOne() {
        Random random = new Random(12);
        CellMeasure cell = new CellMeasure();
        for (int round = 0; round < 3_000; round++) {
            byte[] text = text(random, round);
            int start = random.nextInt(1 + text.length / 4);
            cell.measure(text, start, text.length);
            int classes = 0;
            int points = 0;
            for (int i = start; i < text.length; i++) {
                classes |= CharacterClass.bit(text[i]);
                points += (text[i] & 0xC0) == 0x80 ? 0 : 1;
            }
            assertThat(cell.classes).describedAs("round %d", round).isEqualTo(classes);
            assertThat(cell.length).describedAs("round %d", round).isEqualTo(points);
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
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Long> hashes(byte[] text, int start, int end) {
        words.begin(text, start, end);
        int count = words.next(0);
        return Arrays.stream(words.hashes(), 0, count).boxed().toList();
    }

    private static List<Long> oneByOne(byte[] text, int start, int end) {
        List<Long> hashes = new ArrayList<>();
        int at = start;
        while (at < end) {
            if (!isLetter(text[at])) {
                at++;
            } else if (standsAlone(text, at, end)) {
                hashes.add(ValueHash.of(text, at, Math.min(end, at + 3)));
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
        long hash = (long) to - from;
        for (int at = from; at < to; at += Long.BYTES) {
            long piece = 0;
            for (int i = Math.min(to, at + Long.BYTES) - 1; i >= at; i--) {
                int b = text[i] & 0xFF;
                piece = piece << 8 | (b >= 'A' && b <= 'Z' ? b | 0x20 : b);
            }
            hash = ValueHash.with(hash, piece);
        }
        return hash;
    }

    private static boolean isLetter(byte b) {
        return b < 0 || Character.isLetterOrDigit(b);
    }

    private static boolean standsAlone(byte[] text, int at, int end) {
        int b = text[at] & 0xFF;
        return (b >= 0xE3 && b <= 0xE9) || (b == 0xE0 && at + 1 < end && (text[at + 1] & 0xFC) == 0xB8);
    }
}
