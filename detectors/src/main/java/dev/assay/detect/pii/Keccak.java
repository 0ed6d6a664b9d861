package dev.assay.detect.pii;

/**
 * Keccak-256 as Ethereum uses it: the sponge of FIPS 202 with rate 1,088 and the original padding, which the JDK's SHA-3
 * does not have. For messages of one block, up to 135 bytes.
 */
final class Keccak {
    private static final int RATE = 136;
    private static final int ROUNDS = 24;
    private static final int[] ROTATIONS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANES = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };
    private static final long[] CONSTANTS = constants();

    private Keccak() {}

    /** The round constants come from a linear feedback shift register, FIPS 202 algorithm 5. */
    private static long[] constants() {
        long[] constants = new long[ROUNDS];
        int register = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int bit = 0; bit < 7; bit++) {
                if ((register & 1) != 0) {
                    constants[round] |= 1L << ((1 << bit) - 1);
                }
                register = (register & 0x80) != 0 ? (register << 1) ^ 0x171 : register << 1;
            }
        }
        return constants;
    }

    /** The first 32 bytes of the state after one block, as four lanes of eight bytes, first byte lowest. */
    static long[] digest(byte[] message, int length) {
        if (length >= RATE) {
            throw new IllegalArgumentException("More than one block: " + length + " bytes.");
        }
        long[] state = new long[25];
        for (int i = 0; i < length; i++) {
            state[i / 8] |= (message[i] & 0xFFL) << (8 * (i % 8));
        }
        state[length / 8] ^= 1L << (8 * (length % 8));
        state[(RATE - 1) / 8] ^= 0x80L << (8 * ((RATE - 1) % 8));
        permute(state);
        return state;
    }

    private static void permute(long[] state) {
        long[] parities = new long[5];
        for (int round = 0; round < ROUNDS; round++) {
            for (int x = 0; x < 5; x++) {
                parities[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
            }
            for (int x = 0; x < 5; x++) {
                long mix = parities[(x + 4) % 5] ^ Long.rotateLeft(parities[(x + 1) % 5], 1);
                for (int y = 0; y < 25; y += 5) {
                    state[x + y] ^= mix;
                }
            }
            long moving = state[1];
            for (int i = 0; i < 24; i++) {
                long next = state[LANES[i]];
                state[LANES[i]] = Long.rotateLeft(moving, ROTATIONS[i]);
                moving = next;
            }
            for (int y = 0; y < 25; y += 5) {
                System.arraycopy(state, y, parities, 0, 5);
                for (int x = 0; x < 5; x++) {
                    state[x + y] = parities[x] ^ (~parities[(x + 1) % 5] & parities[(x + 2) % 5]);
                }
            }
            state[0] ^= CONSTANTS[round];
        }
    }
}
