package dev.assay.gate;

import java.util.List;

/** How much of a dataset the gate reads before it believes that the bytes are those that were scanned. */
public sealed interface BytesMode {
    /** Every byte, each file from end to end. */
    BytesMode FULL = new Full();

    /** Every byte, large files in several places at a time. */
    BytesMode CHUNKS = new Chunks();

    /** No byte: the storage's word on which version of each file lies there. */
    BytesMode TRUST_STORAGE = new TrustStorage();

    /** Its name on the command line and in the statement about a run. */
    String label();

    /** Every file is held against its own digest. */
    record Full() implements BytesMode {
        @Override
        public String label() {
            return "full";
        }
    }

    /** Every chunk is held against its digest in the listing; a file without chunks against its own. */
    record Chunks() implements BytesMode {
        @Override
        public String label() {
            return "chunks";
        }
    }

    /**
     * Some files are held against their digests; whatever else lies there is not looked at.
     *
     * @param paths the only files the run reads, sorted, at least one
     */
    record Subset(List<String> paths) implements BytesMode {
        public Subset {
            paths = paths.stream().distinct().sorted().toList();
            if (paths.isEmpty()) {
                throw new IllegalArgumentException("A subset names at least one file.");
            }
        }

        @Override
        public String label() {
            return "subset";
        }
    }

    /** The versions the storage names are held against those a scan read. What the storage says is believed. */
    record TrustStorage() implements BytesMode {
        @Override
        public String label() {
            return "trust-storage";
        }
    }
}
