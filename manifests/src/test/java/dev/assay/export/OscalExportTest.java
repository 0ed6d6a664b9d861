package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class OscalExportTest extends ExportContract {
    private static final FormatSchema SCHEMA =
            FormatSchema.ofLibrary("schema/json/oscal-ar_schema.json", SpecificationVersion.DRAFT_7);

    @Override
    Export export() {
        return new OscalExport();
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
    void theSchemaRefusesAnObservationWithoutMethod() throws Exception {
        String good = text(export().write(ExportExamples.rich(Profile.INTERNAL)));
        SCHEMA.refuses(good.replaceFirst("\"methods\":\\[\"TEST\"\\],", ""));
    }

    @Test
    void leavesTheVerdictOnControlsToTheAssessor() throws Exception {
        assertThat(text(export().write(ExportExamples.rich(Profile.INTERNAL))))
                .contains("\"control-id\":\"soc2_PI1.2\"", "\"control-id\":\"gdpr_5.1.c\"", "assessor's to say")
                .doesNotContain("\"findings\"", "satisfied");
    }
}
