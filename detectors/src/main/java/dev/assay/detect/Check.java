package dev.assay.detect;

/**
 * A test of one candidate: checksum, calendar, structure, entropy. A pure function of the bytes: no clock, locale,
 * memory, regular expression or allocation on the way a normal candidate takes. Shared by all threads.
 */
@FunctionalInterface
public interface Check {
    /**
     * Judges a candidate, separators included as they stand in the text.
     *
     * @param bytes array that holds the candidate
     * @param start first byte of the candidate
     * @param end one past the last byte
     */
    Verdict judge(byte[] bytes, int start, int end);

    /** What a check says of a candidate. */
    enum Verdict {
        /** The checksum or structure is right. */
        VALID,
        /** It cannot be one; the candidate is dropped. */
        INVALID,
        /** The shape leaves nothing that could be checked: keep the shape's confidence. */
        UNCHECKED,
        /** Right, and published by its issuer or a standard for tests and documentation. */
        PUBLISHED_TEST,
        /** A stand-in or an already masked value. */
        PLACEHOLDER
    }
}
