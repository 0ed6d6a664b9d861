package dev.assay.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Judged as the JDK's decoder judges, wherever in an array the text lies. */
class Utf8Test {
    private static final byte[] PIECES =
            "Straße 12 · Łódź, 東京都 😀 plain text \u0080\u07ff\u0800\ud7ff\ue000\uffff".getBytes(StandardCharsets.UTF_8);

    /** Bytes at the edges of what may stand at each place of a character. */
    private static final int[] EDGES = {
        0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF
    };

    @Test
    void agreesWithTheDecoderOnStretchesOfAnything() {
        Random random = new Random(11);
        int valid = 0;
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = text(random, random.nextInt(40));
            int start = random.nextInt(bytes.length + 1);
            int end = start + random.nextInt(bytes.length - start + 1);
            boolean expected = isDecoded(bytes, start, end);
            valid += expected ? 1 : 0;
            assertThat(Utf8.isValid(bytes, start, end)).isEqualTo(expected);
        }
        assertThat(valid).isBetween(60_000, 140_000);
    }

    private static byte[] text(Random random, int length) {
        byte[] bytes = new byte[length];
        int from = random.nextInt(PIECES.length);
        for (int i = 0; i < length; i++) {
            bytes[i] = PIECES[(from + i) % PIECES.length];
        }
        for (int edges = random.nextInt(3); edges > 0 && length > 0; edges--) {
            bytes[random.nextInt(length)] = (byte) EDGES[random.nextInt(EDGES.length)];
        }
        return bytes;
    }

    private static boolean isDecoded(byte[] bytes, int start, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
