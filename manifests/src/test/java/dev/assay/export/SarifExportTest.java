package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.time.LocalDate;
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

    @Test
    void whatThePolicySuppressesIsCountedOnceAndSaidToBeAccepted() {
        ExportInput input = ExportExamples.setAside(LocalDate.of(2999, 12, 31));
        List<byte[]> files = export().write(input);
        SCHEMA.accepts(files.get(0));
        List<JsonObject> found = results(files, "found/EMAIL_ADDRESS");

        assertThat(found)
                .extracting(result -> result.object("message").string("text"))
                .containsExactly(
                        "EMAIL_ADDRESS (contact, real): 2 hits in 2 cells.",
                        "EMAIL_ADDRESS (contact, real, suppressed by the policy): 5 hits in 5 cells.");
        assertThat(found.get(0).array("suppressions").size()).isZero();
        assertThat(found.get(0).canonical()).contains("letters/a.jsonl");
        assertThat(found.get(1).canonical()).doesNotContain("letters/a.jsonl");
        JsonObject accepted = found.get(1).array("suppressions").values().get(0).asObject();
        assertThat(accepted.string("kind")).isEqualTo("external");
        assertThat(accepted.string("status")).isEqualTo("accepted");
        assertThat(accepted.string("justification"))
                .isEqualTo("5 findings set aside until 2999-12-31, for Ada Wren: Role addresses");
        assertThat(found)
                .extracting(result -> result.object("partialFingerprints").string("assay/v1"))
                .doesNotHaveDuplicates();
    }

    @Test
    void anExpiredSuppressionSuppressesNothingAndCellsAreNotCountedTwice() {
        List<byte[]> files = export().write(ExportExamples.setAside(LocalDate.of(2020, 1, 1)));

        List<JsonObject> found = results(files, "found/EMAIL_ADDRESS");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).canonical()).contains("7 hits in at most 7 cells", "\"suppressions\":[]");
    }

    @Test
    void aWaivedRuleIsASuppressedResult() {
        List<byte[]> files = export().write(ExportExamples.setAside(LocalDate.of(2999, 12, 31)));

        JsonObject waived = results(files, "little-contact-data").get(0);
        assertThat(waived.string("kind")).isEqualTo("fail");
        assertThat(waived.array("suppressions").size()).isEqualTo(1);
        assertThat(results(files, "no-credentials").get(0).array("suppressions").size())
                .isZero();
    }

    private static List<JsonObject> results(List<byte[]> files, String rule) {
        return run(files).array("results").objects(result -> result).stream()
                .filter(result -> result.string("ruleId").equals(rule))
                .toList();
    }

    private static JsonObject run(List<byte[]> files) {
        return Json.parse(files.get(0)).asObject().array("runs").values().get(0).asObject();
    }
}
