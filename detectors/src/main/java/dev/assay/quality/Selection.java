package dev.assay.quality;

/**
 * Finds the number that would stand at a place if all were sorted, without sorting them: they are dealt out by their highest
 * byte, then those of the byte that holds the place by the next. At most eight walks, whatever the numbers are.
 */
final class Selection {
    private static final int BYTES = 256;

    private Selection() {}

    /**
     * The number at a place.
     *
     * @param numbers none of them negative; their order is changed
     * @param place from 0 for the smallest, less than there are numbers
     */
    static long smallest(long[] numbers, int place) {
        int size = numbers.length;
        int wanted = place;
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0 && size > 1; shift -= Byte.SIZE) {
            int[] counts = new int[BYTES];
            for (int i = 0; i < size; i++) {
                counts[(int) (numbers[i] >>> shift) & 0xFF]++;
            }
            int value = 0;
            while (wanted >= counts[value]) {
                wanted -= counts[value++];
            }
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (((numbers[i] >>> shift) & 0xFF) == value) {
                    numbers[kept++] = numbers[i];
                }
            }
            size = kept;
        }
        return numbers[0];
    }
}
