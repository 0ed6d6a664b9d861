package dev.assay.detect.pii;

import java.util.Arrays;

/**
 * The commonest check: a weighted sum of the leading characters, its remainder, and a table from remainder to the
 * character that must follow them. An empty table asks for remainder 0 over all weighted characters. A {@code ?} in the
 * table is a remainder no number has.
 */
final class Weighted implements Rule {
    private final String mask;
    private final int[] weights;
    private final int modulus;
    private final String table;

    private Weighted(String mask, int[] weights, int modulus, String table) {
        if (weights.length + (table.isEmpty() ? 0 : 1) > mask.length()) {
            throw new IllegalArgumentException("More weights than the mask " + mask + " has characters.");
        }
        if (!table.isEmpty() && table.length() != modulus) {
            throw new IllegalArgumentException("The table " + table + " does not fit modulus " + modulus + ".");
        }
        this.mask = mask;
        this.weights = weights.clone();
        this.modulus = modulus;
        this.table = table;
    }

    /**
     * A rule.
     *
     * @param mask as in {@link Chars#matches}
     * @param weights of the leading characters, separated by spaces; may be negative
     * @param modulus the divisor of the sum
     * @param table one check character per remainder, or empty
     */
    static Rule weighted(String mask, String weights, int modulus, String table) {
        return new Weighted(mask, weights(weights), modulus, table);
    }

    /** Numbers separated by spaces. */
    static int[] weights(String list) {
        return Arrays.stream(list.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public boolean holds(byte[] text, int start, int end) {
        if (!Chars.matches(text, start, end, mask)) {
            return false;
        }
        int rest = Math.floorMod(Sums.weightedLetters(text, start, weights), modulus);
        return table.isEmpty() ? rest == 0 : text[start + weights.length] == (byte) table.charAt(rest);
    }
}
