package dev.assay.detect;

/**
 * The first stage of a scan: names the positions where a match may begin and leaves out nearly all others. Whatever way a
 * filter goes about it, it may name too many positions but never too few, so that all filters lead to the same findings.
 */
interface FrontFilter {
    /**
     * Appends the positions worth a look, ascending.
     *
     * @param bytes readable from one byte before {@code from} to {@link FrontMasks#DEPTH} bytes past {@code to}
     * @param from first position to judge
     * @param to one past the last
     * @param into has room for all positions and one more
     * @param size how many positions it holds already
     * @return how many it holds then
     */
    int survivors(byte[] bytes, int from, int to, int[] into, int size);

    /**
     * As the other, judging only some positions, which hold all where a match of these detectors may begin behind anything
     * but an ASCII letter or digit and the rest that {@link Places} finds for them.
     */
    int survivors(byte[] bytes, int[] candidates, int count, int[] into, int size);
}
