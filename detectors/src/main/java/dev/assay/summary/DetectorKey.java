package dev.assay.summary;

import dev.assay.config.FindingClass;
import java.util.Comparator;
import java.util.Locale;

/**
 * What one detector said of a cell before the column was known: the ground on which a column's verdict is made.
 *
 * @param entity name of the entity type the detector finds
 * @param detector id of the detector
 * @param findingClass the class it gave
 * @param confidence 0–100
 * @param lostTo id of the detector that won the span; empty if this one did
 * @param whole whether the finding is all there is in the cell
 * @param suppression id of the policy's entry that matches it; empty if none does
 */
public record DetectorKey(
        String entity,
        String detector,
        FindingClass findingClass,
        int confidence,
        String lostTo,
        boolean whole,
        String suppression)
        implements Comparable<DetectorKey> {
    private static final Comparator<DetectorKey> ORDER = Comparator.comparing(DetectorKey::entity)
            .thenComparing(DetectorKey::detector)
            .thenComparing(DetectorKey::findingClass)
            .thenComparingInt(DetectorKey::confidence)
            .thenComparing(DetectorKey::lostTo)
            .thenComparing(DetectorKey::whole)
            .thenComparing(DetectorKey::suppression);

    /** Whether it won its span. */
    boolean won() {
        return lostTo.isEmpty();
    }

    boolean isOf(EntityKey key) {
        return entity.equals(key.entity())
                && findingClass == key.findingClass()
                && suppression.equals(key.suppression());
    }

    @Override
    public int compareTo(DetectorKey other) {
        return ORDER.compare(this, other);
    }

    String encode() {
        return entity
                + '/'
                + detector
                + '/'
                + findingClass.label()
                + '/'
                + confidence
                + '/'
                + lostTo
                + (whole ? "/whole" : "/part")
                + (suppression.isEmpty() ? "" : '/' + suppression);
    }

    static DetectorKey decode(String text) {
        String[] parts = text.split("/", -1);
        FindingClass findingClass =
                FindingClass.valueOf(parts[2].toUpperCase(Locale.ROOT).replace('-', '_'));
        int confidence = Integer.parseInt(parts[3]);
        String suppression = parts.length > 6 ? parts[6] : "";
        return new DetectorKey(
                parts[0], parts[1], findingClass, confidence, parts[4], parts[5].equals("whole"), suppression);
    }
}
