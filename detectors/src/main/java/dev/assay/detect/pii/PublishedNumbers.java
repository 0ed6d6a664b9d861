package dev.assay.detect.pii;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Numbers that an issuer or a standard has published for tests and documentation, compact, sorted. */
final class PublishedNumbers {
    static final PublishedNumbers NONE = new PublishedNumbers(new byte[0][]);

    private final byte[][] numbers;

    private PublishedNumbers(byte[][] numbers) {
        this.numbers = numbers;
    }

    static PublishedNumbers of(Collection<String> compact) {
        byte[][] numbers = compact.stream()
                .map(number -> number.getBytes(StandardCharsets.ISO_8859_1))
                .toArray(byte[][]::new);
        Arrays.sort(numbers, Arrays::compare);
        return new PublishedNumbers(numbers);
    }

    boolean contains(byte[] text, int start, int end) {
        int low = 0;
        int high = numbers.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            byte[] number = numbers[middle];
            int order = Arrays.compare(number, 0, number.length, text, start, end);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }
}
