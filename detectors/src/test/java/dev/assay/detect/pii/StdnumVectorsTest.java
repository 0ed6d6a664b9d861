package dev.assay.detect.pii;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.AgreementTable;
import dev.assay.detect.SharedData;
import dev.assay.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Our validators against python-stdnum's own numbers; what differs on purpose is a line of the file of deviations. */
class StdnumVectorsTest {
    private static final Path DEVIATIONS = Path.of("docs/deviations-stdnum.tsv");

    @Test
    void everySchemeJudgesAsTheVectorsSay() throws IOException {
        Map<String, String> deviations = deviations();
        List<String> wrong = new ArrayList<>();
        Map<String, String> unused = new TreeMap<>(deviations);
        int judged = 0;
        int agreed = 0;
        int left = 0;
        for (JsonObject vector : SharedData.lines("data/peercases/stdnum.jsonl.gz")) {
            String scheme = vector.string("entity");
            Optional<Boolean> valid = Validators.valid(scheme, vector.string("text"));
            if (valid.isEmpty()) {
                left++;
                unused.remove(scheme);
                if (!deviations.containsKey(scheme)) {
                    wrong.add(scheme + ": no such validator");
                }
                continue;
            }
            judged++;
            String id = vector.string("id");
            unused.remove(id);
            agreed += valid.get() == vector.truth("valid") ? 1 : 0;
            if (valid.get() != vector.truth("valid") && !deviations.containsKey(id)) {
                wrong.add(scheme + ": " + vector.string("text") + " should be " + vector.truth("valid") + " (" + id
                        + ")");
            }
        }
        AgreementTable.show("stdnum", "validate", judged, agreed, left);
        assertThat(wrong).as("disagreements of %d vectors", judged).isEmpty();
        assertThat(unused).as("deviations that no vector needs").isEmpty();
    }

    /** Vector id, or scheme left out, to the reason. */
    private static Map<String, String> deviations() throws IOException {
        Map<String, String> deviations = new TreeMap<>();
        for (String line : Files.readAllLines(DEVIATIONS)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] columns = line.split("\t", -1);
                assertThat(columns).as("a line of %s", DEVIATIONS).hasSize(2);
                deviations.put(columns[0], columns[1]);
            }
        }
        return deviations;
    }
}
