package dev.assay.ledger;

import dev.assay.statement.Bundle;
import java.util.Arrays;

/** The statements about one training run, unverified. Immutable. */
public final class StoredRun {
    private final String path;
    private final byte[] lines;

    StoredRun(String path, byte[] lines) {
        this.path = path;
        this.lines = lines.clone();
    }

    /** Where it lies in the repository. */
    public String path() {
        return path;
    }

    /** One for each dataset the run read; throws {@link dev.assay.statement.StatementException} if one is none. */
    public Bundle bundle() {
        return Bundle.parse(lines);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredRun that && path.equals(that.path) && Arrays.equals(lines, that.lines);
    }

    @Override
    public int hashCode() {
        return path.hashCode() ^ Arrays.hashCode(lines);
    }
}
