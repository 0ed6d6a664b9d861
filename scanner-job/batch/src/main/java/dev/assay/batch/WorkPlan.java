package dev.assay.batch;

import dev.assay.json.JsonObject;

/** What is to be scanned, cut into splits that are numbered from 0. Safe for many threads. */
public interface WorkPlan {
    /** How many splits. */
    int splits();

    /** The bytes one split reads, for progress only. */
    long bytes(int split);

    /** All that {@link ScanWork#resume} needs. Holds no cell text. */
    JsonObject toJson();

    /** Reads one split. Pure: the same bytes give the same summary, on any thread and at any time. */
    JsonObject scan(int split);

    /** The bytes of all splits. */
    default long bytes() {
        long sum = 0;
        for (int split = 0; split < splits(); split++) {
            sum += bytes(split);
        }
        return sum;
    }
}
