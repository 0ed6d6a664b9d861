package dev.assay.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final String[] CHARACTERS = {
        "a", "b", "/", "é", "字", "\uFF21", "\uE000", "😀", "\uD800\uDC00", "\uDBFF\uDFFF"
    };

    @Test
    void pathsAreInTheOrderOfTheirUtf8Bytes() {
        Random random = new Random(23);
        for (int round = 0; round < 5_000; round++) {
            String one = path(random);
            String other = path(random);
            int bytes = Arrays.compareUnsigned(
                    one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(Listing.PATH_ORDER.compare(one, other)))
                    .as("%s, %s", one, other)
                    .isEqualTo(Integer.signum(bytes));
        }
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return path.toString();
    }
}
