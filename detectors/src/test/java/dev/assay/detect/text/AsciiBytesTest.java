package dev.assay.detect.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class AsciiBytesTest {
    @Test
    void tellsEachByteWhateverStandsBesideIt() {
        holds(AsciiBytes::digits, one -> one >= '0' && one <= '9');
        holds(AsciiBytes::letters, one -> one < 0x80 && Character.isLetter(one));
        holds(AsciiBytes::capitals, one -> one >= 'A' && one <= 'Z');
        holds(AsciiBytes::lettersOrDigits, one -> one < 0x80 && Character.isLetterOrDigit(one));
        holds(
                eight -> AsciiBytes.lettersDigitsOrBeyond(eight) & AsciiBytes.HIGHS,
                one -> one >= 0x80 || Character.isLetterOrDigit(one));
        holds(eight -> AsciiBytes.equal(eight, '.'), one -> one == '.');
        holds(eight -> AsciiBytes.between(eight, '{', (char) 0x7F), one -> one >= '{' && one <= 0x7F);
        holds(eight -> AsciiBytes.between(eight, (char) 0, ' '), one -> one <= ' ');
    }

    private static void holds(LongUnaryOperator told, IntPredicate expected) {
        Random random = new Random(11);
        for (int one = 0; one < 256; one++) {
            for (int place = 0; place < Long.BYTES; place++) {
                int shift = place * Byte.SIZE;
                long eight = (random.nextLong() & ~(0xFFL << shift)) | (long) one << shift;
                long mark = told.applyAsLong(eight) >>> shift & 0xFF;
                assertThat(mark).as("byte %d at %d", one, place).isEqualTo(expected.test(one) ? 0x80 : 0);
            }
        }
    }
}
