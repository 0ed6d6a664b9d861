package dev.assay.statement;

import dev.assay.manifest.Upstream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The statements about one version, one envelope a line. The order means nothing, and nothing but the envelopes' own
 * signatures vouches for what is in it.
 */
public record Bundle(List<Envelope> envelopes) {
    public Bundle {
        envelopes = List.copyOf(envelopes);
    }

    /** The bytes of an {@code .intoto.jsonl} file. */
    public byte[] fileBytes() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Envelope envelope : envelopes) {
            lines.writeBytes(envelope.toJson().canonicalBytes());
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** SHA-256 of each envelope's line, without its line feed. */
    public List<String> digests() {
        return envelopes.stream().map(envelope -> envelope.toJson().sha256()).toList();
    }

    /** What its scan statements say, believed or not, the one that ended first first. */
    public List<ScanPredicate> scans() {
        return envelopes.stream()
                .map(Envelope::statement)
                .filter(statement -> statement.predicateType().equals(ScanPredicate.TYPE))
                .map(statement -> ScanPredicate.fromJson(statement.predicate()))
                .sorted(Comparator.comparing(scan -> scan.run().finishedOn()))
                .toList();
    }

    /** The inputs as each was pinned first: later scans read the same bytes, which were made of the same. */
    public List<Upstream> pins() {
        List<Upstream> pins = new ArrayList<>();
        for (ScanPredicate scan : scans()) {
            for (Upstream input : scan.surroundings().upstream()) {
                boolean known = pins.stream().anyMatch(pin -> pin.isFor(input.source(), input.location()));
                if (input.pinned().isPresent() && !known) {
                    pins.add(input);
                }
            }
        }
        return pins;
    }

    /** With more envelopes at the end. */
    public Bundle with(List<Envelope> more) {
        List<Envelope> all = new ArrayList<>(envelopes);
        all.addAll(more);
        return new Bundle(all);
    }

    /**
     * Reads the bytes of an {@code .intoto.jsonl} file.
     *
     * @throws StatementException if a line is not an envelope
     */
    public static Bundle parse(byte[] lines) {
        List<Envelope> envelopes = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= lines.length; i++) {
            if (i == lines.length || lines[i] == '\n') {
                if (i > start) {
                    envelopes.add(Envelope.parse(Arrays.copyOfRange(lines, start, i)));
                }
                start = i + 1;
            }
        }
        return new Bundle(envelopes);
    }
}
