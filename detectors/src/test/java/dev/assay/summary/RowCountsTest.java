package dev.assay.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DataClass;
import org.junit.jupiter.api.Test;

class RowCountsTest {
    @Test
    void aRowCountsOnceHoweverMuchItHolds() {
        RowCounts rows = new RowCounts();
        rows.mark(0, DataClass.CONTACT);
        rows.mark(0, DataClass.CREDENTIAL);
        rows.mark(2, DataClass.SPECIAL_CATEGORY);
        rows.endBlock();
        rows.mark(0, DataClass.CONTACT);
        rows.endBlock();
        assertThat(rows.withAny()).isEqualTo(3);
        assertThat(rows.withSecret()).isEqualTo(1);
        assertThat(rows.withSpecialCategory()).isEqualTo(1);
    }

    @Test
    void traitsOfTheTextAreNobodysData() {
        RowCounts rows = new RowCounts();
        rows.mark(0, DataClass.CONTENT);
        rows.endBlock();
        assertThat(rows.withAny()).isZero();
    }
}
