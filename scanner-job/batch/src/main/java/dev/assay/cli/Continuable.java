package dev.assay.cli;

import dev.assay.ledger.Ledger;
import java.util.concurrent.CompletableFuture;

/**
 * Whether the newest version of a dataset in the ledger can be followed. Of the first dataset of a call that is looked up while
 * the database opens: reading and verifying a record takes as long as that.
 */
final class Continuable {
    private final Ledger ledger;
    private final String first;
    private final CompletableFuture<Void> asked;

    private Continuable(Ledger ledger, String first, CompletableFuture<Void> asked) {
        this.ledger = ledger;
        this.first = first;
        this.asked = asked;
    }

    static Continuable asking(Ledger ledger, String first) {
        return new Continuable(ledger, first, CompletableFuture.runAsync(() -> ledger.requireContinuable(first)));
    }

    /** Throws what {@link Ledger#requireContinuable} throws. */
    void require(String dataset) {
        if (!dataset.equals(first)) {
            ledger.requireContinuable(dataset);
            return;
        }
        ScanBench.loaded(asked);
    }
}
