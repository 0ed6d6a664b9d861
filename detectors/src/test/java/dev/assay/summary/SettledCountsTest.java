package dev.assay.summary;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.ConfidenceBand;
import dev.assay.config.FindingClass;
import org.junit.jupiter.api.Test;

/** Columns of invented detectors: {@code weak} and {@code other} pass one random value in ten, {@code firm} none. */
class SettledCountsTest {
    private static final long ROWS = 1_000;
    private static final EntityKey WEAK = new EntityKey("WEAK", FindingClass.REAL);
    private static final EntityKey OTHER = new EntityKey("OTHER", FindingClass.REAL);

    private final ColumnSummary column = new ColumnSummary();

    @Test
    void aColumnThatPassesBeyondChanceIsCertainWithoutAHeader() {
        found("WEAK", "weak", 25, "", 200);

        SettledCounts weak = settled(WEAK);

        assertThat(verdict().holds()).contains("weak");
        assertThat(weak.cells(ConfidenceBand.CERTAIN)).isEqualTo(200);
        assertThat(weak.rows()).isEqualTo(200);
        assertThat(weak.detectors()).containsExactly(java.util.Map.entry("weak", 200L));
    }

    @Test
    void aColumnThatPassesAsChanceHasItIsNoiseEvenWithAHeader() {
        found("WEAK", "weak", 80, "", 20);
        refuse("weak", 180);

        assertThat(verdict().noise()).containsExactly("weak");
        assertThat(settled(WEAK).cells()).isZero();
        assertThat(settled(WEAK).detectors()).isEmpty();
    }

    @Test
    void aShortColumnIsLeftAsItsCellsAre() {
        found("WEAK", "weak", 80, "", 2);
        refuse("weak", 10);

        assertThat(settled(WEAK).cells(ConfidenceBand.LIKELY)).isEqualTo(2);
    }

    @Test
    void oneValueRepeatedIsNoEvidence() {
        found("WEAK", "weak", 25, "", 1);
        DetectorKey key = new DetectorKey("WEAK", "weak", FindingClass.REAL, 25, "", true, "");
        column.detector(key, new Tally(5_000, 5_000));

        assertThat(verdict().holds()).isEmpty();
    }

    @Test
    void theColumnsDetectorTakesOverFromNoise() {
        found("WEAK", "weak", 40, "", 180);
        found("WEAK", "weak", 40, "other", 20);
        found("OTHER", "other", 45, "", 20);
        refuse("other", 180);

        assertThat(settled(WEAK).cells(ConfidenceBand.CERTAIN)).isEqualTo(200);
        assertThat(settled(OTHER).cells()).isZero();
    }

    @Test
    void aFirmDetectorIsNotWeighed() {
        found("FIRM", "firm", 95, "", 3);
        found("WEAK", "weak", 25, "", 200);

        EntityKey firm = new EntityKey("FIRM", FindingClass.REAL);
        assertThat(settled(firm).cells(ConfidenceBand.CERTAIN)).isEqualTo(3);
    }

    @Test
    void numbersInRunningTextStandOnTheirOwnWords() {
        DetectorKey key = new DetectorKey("WEAK", "weak", FindingClass.REAL, 70, "", false, "");
        column.detector(key, new Tally(30, 30));
        hits(WEAK, 70, 30);
        refuse("weak", 270);

        assertThat(settled(WEAK).cells(ConfidenceBand.LIKELY)).isEqualTo(30);
    }

    @Test
    void aColumnMostOfWhoseCellsReadAsNamesHoldsNames() {
        found("PERSON", "person", 20, "", 70);
        found("PERSON", "person", 20, "place", 20);
        found("LOCATION", "place", 50, "", 20);
        column.cells(10, 0, 90);

        assertThat(verdict().holds()).contains("person");
        assertThat(settled(new EntityKey("PERSON", FindingClass.REAL)).cells(ConfidenceBand.CERTAIN))
                .isEqualTo(90);
        assertThat(settled(new EntityKey("LOCATION", FindingClass.REAL)).cells())
                .isZero();
    }

    @Test
    void aColumnHalfOfWhoseCellsReadAsNamesIsLeftAsItsCellsAre() {
        found("PERSON", "person", 60, "", 50);
        column.cells(50, 0, 450);

        assertThat(verdict().holds()).isEmpty();
        assertThat(settled(new EntityKey("PERSON", FindingClass.REAL)).cells(ConfidenceBand.LIKELY))
                .isEqualTo(50);
    }

    private void found(String entity, String detector, int confidence, String lostTo, int cells) {
        DetectorKey key = new DetectorKey(entity, detector, FindingClass.REAL, confidence, lostTo, true, "");
        column.detector(key, new Tally(cells, cells));
        column.cells(cells, 0, 9L * cells);
        for (int i = 0; i < cells; i++) {
            column.passing(detector).add(ValueHash.of(lostTo + " value " + i));
        }
        if (lostTo.isEmpty() && confidence >= ConfidenceBand.POSSIBLE.floor()) {
            hits(new EntityKey(entity, FindingClass.REAL), confidence, cells);
        }
    }

    private void refuse(String detector, int values) {
        for (int i = 0; i < values; i++) {
            column.refused(detector).add(ValueHash.of("refused " + i));
        }
    }

    private void hits(EntityKey key, int confidence, int cells) {
        EntitySummary summary = column.entity(key, 0);
        for (int i = 0; i < cells; i++) {
            summary.hit(i, i, confidence, ValueHash.of("value " + i));
        }
    }

    private ColumnVerdict verdict() {
        return ColumnVerdict.of(column, new ColumnVerdict.Weights() {
            @Override
            public long chancePpm(String detector) {
                return detector.equals("firm") ? 0 : 100_000;
            }

            @Override
            public boolean findsNames(String detector) {
                return detector.equals("person") || detector.equals("place");
            }
        });
    }

    private SettledCounts settled(EntityKey key) {
        return requireNonNull(SettledCounts.of(column, verdict(), ROWS).get(key));
    }
}
