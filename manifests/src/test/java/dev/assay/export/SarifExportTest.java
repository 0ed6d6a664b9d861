package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifExportTest extends ExportContract {
    private static final FormatSchema SCHEMA =
            FormatSchema.ofLibrary("schema/sarif-schema-2.1.0.json", SpecificationVersion.DRAFT_7);

    @Override
    Export export() {
        return new SarifExport();
    }

    @Override
    void check(List<byte[]> files, ExportInput input) {
        SCHEMA.accepts(files.get(0));
        JsonObject run = run(files);
        assertThat(run.array("results").size())
                .isEqualTo(input.results().size() + input.found().size());
    }

    @Test
    void theSchemaRefusesAResultWithoutMessage() {
        SCHEMA.refuses("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"x\"}},\"results\":[{}]}]}");
    }

    @Test
    void aColumnIsALogicalLocationAndFilesAreThoseOfTheSamples() {
        List<JsonObject> found = run(export().write(ExportExamples.rich(Profile.INTERNAL)))
                .array("results")
                .objects(result -> result)
                .stream()
                .filter(result -> result.string("ruleId").equals("found/EMAIL_ADDRESS"))
                .toList();
        assertThat(found).hasSize(2);
        assertThat(found.get(0).canonical())
                .contains("\"fullyQualifiedName\":\"body\"", "\"uri\":\"letters/a.jsonl\"", "5 hits in 5 cells");
    }

    @Test
    void fingerprintsStayTheSameFromVersionToVersion() {
        JsonObject run = run(export().write(ExportExamples.rich(Profile.INTERNAL)));
        assertThat(run.array("results")
                        .objects(result -> result.object("partialFingerprints").string("assay/v1")))
                .doesNotHaveDuplicates()
                .allMatch(print -> print.matches("[0-9a-f]{64}"));
    }

    private static JsonObject run(List<byte[]> files) {
        return Json.parse(files.get(0)).asObject().array("runs").values().get(0).asObject();
    }
}
