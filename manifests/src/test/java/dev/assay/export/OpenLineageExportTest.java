package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenLineageExportTest extends ExportContract {
    @Override
    Export export() {
        return new OpenLineageExport();
    }

    @Override
    boolean refuses(ExportInput input) {
        return input.scannedOn().isEmpty();
    }

    @Override
    void check(List<byte[]> files, ExportInput input) {
        FormatSchema schema =
                FormatSchema.ofVectors("openlineage/OpenLineage.json", SpecificationVersion.DRAFT_2020_12, Map.of());
        List<JsonObject> events = events(files);
        assertThat(events).hasSize(2);
        events.forEach(event -> schema.accepts(event.canonicalBytes()));
        schema.refuses("{\"eventTime\":\"2026-01-01T00:00:00Z\"}");
        assertThat(events.get(0).object("run")).isEqualTo(events.get(1).object("run"));
    }

    @Test
    void anAssertionForEachRuleAndTheDigestOfTheManifest() {
        ExportInput input = ExportExamples.rich(Profile.INTERNAL);
        JsonObject end = events(export().write(input)).get(1);
        JsonObject dataset = end.array("inputs").values().get(0).asObject();
        assertThat(end.string("eventType")).isEqualTo("COMPLETE");
        assertThat(dataset.string("namespace")).isEqualTo("s3://hidden-bucket");
        assertThat(dataset.string("name")).isEqualTo("letters/");
        assertThat(dataset.object("inputFacets")
                        .object("dataQualityAssertions")
                        .array("assertions")
                        .size())
                .isEqualTo(input.results().size());
        assertThat(dataset.object("facets").object("assay_manifest").string("manifestSha256"))
                .isEqualTo(input.manifest().sha256());
    }

    private static List<JsonObject> events(List<byte[]> files) {
        return new String(files.get(0), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.parse(line).asObject())
                .toList();
    }
}
