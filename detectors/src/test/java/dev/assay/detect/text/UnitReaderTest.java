package dev.assay.detect.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitReaderTest {
    @Test
    void unitsBeginWithTheFirstBytesOfAllCharactersThatAreReadAsOthersAndOfNoMore() {
        TreeSet<Integer> firsts = new TreeSet<>();
        byte[] bytes = new byte[4];
        for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
            if (Characters.rule(c) != Characters.Rule.STAYS || LookAlikes.reading(c) != c) {
                Utf8.put(c, bytes);
                firsts.add(bytes[0] & 0xFF);
            }
        }

        assertThat(IntStream.range(0x80, 0x100).filter(b -> UnitReader.begins((byte) b)))
                .containsExactlyElementsOf(firsts);
    }
}
