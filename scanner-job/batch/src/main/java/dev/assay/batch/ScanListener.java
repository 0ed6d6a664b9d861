package dev.assay.batch;

/** Hears how a scan goes. Called from several threads at once. */
public interface ScanListener {
    /** A part of the job. */
    enum Stage {
        PLAN,
        SCAN,
        CONCLUDE,
        PUBLISH
    }

    /** A part begins. */
    void stage(Stage stage);

    /**
     * The plan is there.
     *
     * @param splits all splits
     * @param bytes the bytes of all splits
     * @param doneSplits splits an interrupted run has finished already
     * @param doneBytes their bytes
     */
    void planned(int splits, long bytes, int doneSplits, long doneBytes);

    /** A split is scanned and its summary stored. */
    void scanned(long bytes);

    /** A split could not be read and is tried again. The message holds no cell text. */
    void retried(int split, String reason);

    /** Something the user should know, a sentence. */
    void notice(String sentence);
}
