package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExportsTest {
    @Test
    void noTwoFormatsShareANameOrAnEnding() {
        assertThat(Exports.all()).extracting(Export::name).doesNotHaveDuplicates();
        assertThat(Exports.all()).extracting(Export::ending).doesNotHaveDuplicates();
        assertThat(Exports.find("sarf")).isEmpty();
    }

    @Test
    void thePublicLearnsWhatWasFoundButNotWhere() {
        assertThat(ExportExamples.rich(Profile.INTERNAL).found())
                .extracting(FoundEntity::column)
                .containsExactly("body", "subject", "body", "body");
        assertThat(ExportExamples.rich(Profile.PUBLIC).found())
                .extracting(FoundEntity::label)
                .containsExactly("EMAIL_ADDRESS (contact, real)", "MEDICAL_CONDITION (special-category, real)");
        assertThat(ExportExamples.rich(Profile.PUBLIC).found())
                .extracting(FoundEntity::hits)
                .containsExactly(7L, 1L);
    }

    @Test
    void uuidsAreOfVersionFive() {
        assertThat(Written.uuid("a")).matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(Written.uuid("a")).isNotEqualTo(Written.uuid("b"));
    }
}
