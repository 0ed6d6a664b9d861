package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpdxExportTest extends ExportContract {
    private static final FormatSchema SCHEMA =
            FormatSchema.ofLibrary("resources/schema-v3.0.1.json", SpecificationVersion.DRAFT_2020_12);

    @Override
    Export export() {
        return new SpdxExport();
    }

    @Override
    boolean refuses(ExportInput input) {
        return input.scannedOn().isEmpty();
    }

    @Override
    void check(List<byte[]> files, ExportInput input) {
        SCHEMA.accepts(files.get(0));
    }

    @Test
    void theSchemaRefusesADatasetOfAnUnknownType() throws Exception {
        String good = text(export().write(ExportExamples.rich(Profile.INTERNAL)));
        SCHEMA.refuses(good.replace("\"dataset_datasetType\":[\"text\"]", "\"dataset_datasetType\":[\"letters\"]"));
    }

    @Test
    void keepsDeclaredAndConcludedLicenceApart() throws Exception {
        assertThat(text(export().write(ExportExamples.rich(Profile.INTERNAL))))
                .contains("\"simplelicensing_licenseExpression\":\"CC-BY-4.0\"")
                .contains("\"relationshipType\":\"hasConcludedLicense\"", "NoAssertionLicense")
                .contains("\"dataset_hasSensitivePersonalInformation\":\"yes\"");
        assertThat(text(export().write(ExportExamples.hostile())))
                .contains("\"dataset_hasSensitivePersonalInformation\":\"noAssertion\"");
    }
}
