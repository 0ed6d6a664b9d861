package dev.assay.detect;

import java.util.Arrays;

/**
 * Sorts indices by an order of what they stand for: a stable merge sort, bottom up, that costs one comparison a pair when
 * the input is already in order. Keeps its buffers; not thread-safe.
 */
final class IndexSort {
    private int[] buffer = new int[256];

    /** An order of indices. */
    @FunctionalInterface
    interface Order {
        /** Whether the first may stand before the second. */
        boolean inOrder(int first, int second);
    }

    void sort(int[] indices, int from, int to, Order order) {
        int size = to - from;
        if (buffer.length < size) {
            buffer = Arrays.copyOf(buffer, Math.max(size, buffer.length * 2));
        }
        for (int width = 1; width < size; width *= 2) {
            for (int left = from; left + width < to; left += 2 * width) {
                int middle = left + width;
                int right = Math.min(middle + width, to);
                if (!order.inOrder(indices[middle - 1], indices[middle])) {
                    merge(indices, left, middle, right, order);
                }
            }
        }
    }

    private void merge(int[] indices, int left, int middle, int right, Order order) {
        int count = middle - left;
        System.arraycopy(indices, left, buffer, 0, count);
        int one = 0;
        int other = middle;
        int out = left;
        while (one < count && other < right) {
            indices[out++] = order.inOrder(buffer[one], indices[other]) ? buffer[one++] : indices[other++];
        }
        System.arraycopy(buffer, one, indices, out, count - one);
    }
}
