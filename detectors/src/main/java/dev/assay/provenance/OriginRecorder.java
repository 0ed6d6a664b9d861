package dev.assay.provenance;

import dev.assay.detect.CellBatch;
import dev.assay.rights.LicenceIds;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the cells of one column of one file section for what they say of their rows' origin. A dictionary's values are
 * looked at once. One thread; {@link #endBlock()} ends each block of rows.
 */
public final class OriginRecorder {
    private static final int MAX_LICENCE_BYTES = 200;

    private final ColumnOrigin origin;
    private final Map<String, Long> domains = new HashMap<>();
    private CellBatch values = new CellBatch(0);
    private long[] times = new long[0];

    public OriginRecorder(ColumnOrigin origin) {
        this.origin = origin;
    }

    /** Counts a batch. */
    public void cells(CellBatch batch) {
        for (int i = 0; i < batch.cells(); i++) {
            count(batch.bytes(), batch.start(i), batch.end(i), 1);
        }
    }

    /** Takes the values that {@link #occurrences} will speak of; they are copied. */
    public void dictionary(CellBatch batch) {
        flush();
        values = new CellBatch(1024);
        for (int i = 0; i < batch.cells(); i++) {
            values.add(batch.bytes(), batch.start(i), batch.length(i));
        }
        times = new long[batch.cells()];
    }

    public void occurrences(int[] ids, int count) {
        for (int i = 0; i < count; i++) {
            times[ids[i]]++;
        }
    }

    /**
     * Hands over what was counted in a block; names of domains that are rare in it go no further. Where a block ends is the
     * file's to say, not the split's, so that the same names are kept however a file is cut.
     */
    public void endBlock() {
        flush();
        origin.domainCounts().add(domains);
        domains.clear();
    }

    private void flush() {
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                count(values.bytes(), values.start(i), values.end(i), times[i]);
            }
        }
        times = new long[0];
    }

    private void count(byte[] bytes, int start, int end, long cells) {
        if (isBlank(bytes, start, end)) {
            return;
        }
        origin.filled(cells);
        if (origin.role() == OriginRole.LICENSE) {
            licence(bytes, start, end)
                    .ifPresentOrElse(id -> origin.licence(id, cells), () -> origin.unrecognised(cells));
        } else if (origin.role().namesPlaces()) {
            String domain = WebDomain.of(bytes, start, end);
            if (domain.isEmpty()) {
                origin.unrecognised(cells);
            } else {
                domains.merge(domain, cells, Long::sum);
            }
        }
    }

    private static Optional<String> licence(byte[] bytes, int start, int end) {
        return end - start > MAX_LICENCE_BYTES
                ? Optional.empty()
                : LicenceIds.named(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }

    private static boolean isBlank(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0 || bytes[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
