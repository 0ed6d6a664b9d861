package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import dev.assay.json.Json;
import dev.assay.json.JsonArray;
import dev.assay.json.JsonObject;
import dev.assay.statement.SharedVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CycloneDxExportTest extends ExportContract {
    private static final String ROOT = "http://cyclonedx.org/schema/";

    @Override
    Export export() {
        return new CycloneDxExport();
    }

    @Override
    void check(List<byte[]> files, ExportInput input) throws IOException {
        JsonObject bom = Json.parse(files.get(0)).asObject();
        everyReferenceLeadsSomewhere(bom);
        schema().accepts(files.get(0));
    }

    /** The cryptography definitions are not among the vectors; a bill of data uses none of them. */
    private static FormatSchema schema() throws IOException {
        return FormatSchema.ofVectors(
                "cyclonedx/schema/bom-1.7.schema.json",
                SpecificationVersion.DRAFT_7,
                Map.of(
                        ROOT + "spdx.schema.json",
                        Files.readString(SharedVectors.find("cyclonedx/schema/spdx.schema.json")),
                        ROOT + "jsf-0.82.schema.json",
                        Files.readString(SharedVectors.find("cyclonedx/schema/jsf-0.82.schema.json")),
                        ROOT + "cryptography-defs.schema.json",
                        "{\"definitions\":{\"ellipticCurvesEnum\":{},\"algorithmFamiliesEnum\":{}}}"));
    }

    @Test
    void theSchemaJudgesTheVectorsAsTheyAreNamed() throws IOException {
        schema().accepts(Files.readAllBytes(SharedVectors.find("cyclonedx/1.7/valid-attestation-1.7.json")));
        schema().refuses(Files.readString(SharedVectors.find("cyclonedx/1.7/invalid-hash-alg-1.7.json")));
    }

    private static void everyReferenceLeadsSomewhere(JsonObject bom) {
        Set<String> known = new TreeSet<>();
        List<String> used = new ArrayList<>();
        collect(bom, known, used);
        assertThat(used).isSubsetOf(known);
    }

    private static void collect(Json json, Set<String> known, List<String> used) {
        if (json instanceof JsonObject object) {
            object.findString("bom-ref")
                    .ifPresent(ref -> assertThat(known.add(ref)).as(ref).isTrue());
            for (String key : List.of("target", "requirement", "assessor")) {
                object.findString(key).ifPresent(used::add);
            }
            object.members().forEach((key, value) -> {
                boolean names = key.equals("claims") || key.equals("evidence");
                if (names && value.asArray().values().stream().allMatch(Json.JsonString.class::isInstance)) {
                    used.addAll(value.asArray().strings());
                } else {
                    collect(value, known, used);
                }
            });
        } else if (json instanceof JsonArray array) {
            array.values().forEach(value -> collect(value, known, used));
        }
    }

    @Test
    void declaresWhatItSupportsAndScoresNothing() throws Exception {
        String bom = text(export().write(ExportExamples.rich(Profile.INTERNAL)));
        assertThat(bom)
                .contains("\"requirement\":\"soc2:PI1.2\"", "cannot show: that values are true of the world")
                .contains("\"classification\":\"hush-hush\"", "\"acknowledgement\":\"declared\"")
                .doesNotContain("conformance");
    }
}
