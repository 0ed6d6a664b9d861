package dev.assay.detect.text;

/** What one look at each byte of a text told of how it may be read otherwise than it stands. */
public interface TextMarks {
    /**
     * The next byte at which a unit may begin: one of {@link Suspects#SIGNS}, or of more.
     *
     * @param to what is told if none stands before it
     */
    int nextSign(int from, int to);

    /**
     * Where the next run of {@link Base64Text#SHORTEST} or more base64 characters begins; of a run that began earlier the rest counts.
     *
     * @param to what is told if none begins before it; a run that does may end behind it
     */
    int nextLongRun(int from, int to);
}
