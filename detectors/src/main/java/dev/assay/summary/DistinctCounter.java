package dev.assay.summary;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/**
 * Estimates how many different values there were: HyperLogLog (Flajolet et al., 2007) with 2,048 registers, standard
 * error 2.3 %, and linear counting while registers are still empty, where it is nearly exact. A register only grows, and
 * merging takes the larger of two: the state does not depend on order or grouping. Values cannot be read back from it.
 */
public final class DistinctCounter {
    /** Part of the manifest: how the estimate was made. */
    public static final String METHOD = "hyperloglog-2048";

    private static final int INDEX_BITS = 11;
    private static final int REGISTERS = 1 << INDEX_BITS;
    /** alpha(m) = 0.7213 / (1 + 1.079 / m), in millionths. */
    private static final long ALPHA_MILLIONTHS = 720_920;
    /** Terms 2^-rank are summed in units of 2^-48; a rank beyond that adds nothing visible. */
    private static final int FRACTION_BITS = 48;

    private final byte[] registers = new byte[REGISTERS];

    /** Nothing counted yet. */
    public DistinctCounter() {}

    /** Counts a value by its {@link ValueHash}. */
    public void add(long hash) {
        int index = (int) (hash >>> (Long.SIZE - INDEX_BITS));
        long rest = hash << INDEX_BITS | 1L << (INDEX_BITS - 1);
        raise(index, Long.numberOfLeadingZeros(rest) + 1);
    }

    private void raise(int index, int rank) {
        if (rank > registers[index]) {
            registers[index] = (byte) rank;
        }
    }

    /** Takes in what another counted. */
    public void merge(DistinctCounter other) {
        for (int i = 0; i < REGISTERS; i++) {
            raise(i, other.registers[i]);
        }
    }

    /** The estimate; 0 only if nothing was added. */
    public long estimate() {
        long sum = 0;
        int empty = 0;
        for (byte rank : registers) {
            sum += rank <= FRACTION_BITS ? 1L << (FRACTION_BITS - rank) : 0;
            empty += rank == 0 ? 1 : 0;
        }
        if (empty == REGISTERS) {
            return 0;
        }
        long raw = rawEstimate(sum);
        return raw <= 5L * REGISTERS / 2 && empty > 0 ? linearCount(empty) : raw;
    }

    /** alpha · m² / Σ 2^-rank in whole numbers, rounded down. */
    private static long rawEstimate(long sum) {
        long scaled = ALPHA_MILLIONTHS * REGISTERS * REGISTERS;
        return BigInteger.valueOf(scaled)
                .shiftLeft(FRACTION_BITS)
                .divide(BigInteger.valueOf(sum).multiply(BigInteger.valueOf(1_000_000)))
                .longValueExact();
    }

    /** m · ln(m / empty). StrictMath gives the same bits on every machine, and only the rounded result is kept. */
    private static long linearCount(int empty) {
        return StrictMath.round(REGISTERS * StrictMath.log((double) REGISTERS / empty));
    }

    /** The state as text: base64 of the registers, or of index–rank triples while few are set. */
    public String encode() {
        int set = 0;
        for (byte rank : registers) {
            set += rank == 0 ? 0 : 1;
        }
        if (set * 3 >= REGISTERS) {
            return "d" + Base64.getEncoder().encodeToString(registers);
        }
        byte[] triples = new byte[set * 3];
        int at = 0;
        for (int i = 0; i < REGISTERS; i++) {
            if (registers[i] != 0) {
                triples[at++] = (byte) (i >> 8);
                triples[at++] = (byte) i;
                triples[at++] = registers[i];
            }
        }
        return "s" + Base64.getEncoder().encodeToString(triples);
    }

    /** Reads what {@link #encode} wrote. */
    public static DistinctCounter decode(String text) {
        DistinctCounter counter = new DistinctCounter();
        byte[] state = Base64.getDecoder().decode(text.substring(1));
        if (text.charAt(0) == 'd') {
            System.arraycopy(state, 0, counter.registers, 0, REGISTERS);
            return counter;
        }
        for (int at = 0; at < state.length; at += 3) {
            counter.registers[(state[at] & 0xFF) << 8 | (state[at + 1] & 0xFF)] = state[at + 2];
        }
        return counter;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinctCounter counter && Arrays.equals(registers, counter.registers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(registers);
    }
}
