package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.detect.SharedData;
import dev.assay.json.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Training is a function of what is trained on: the same on each run and each machine. */
@Tag("shared")
class TrainingTest {
    /** Of the model below, as it was trained once on another day; changes with the lexicon, the features and the trainer. */
    private static final String SHA_256 = "1b3ac5dab83c020bc37e2cac96226a436e7d0ca12166d60b0f15fc4afcae7e46";

    @Test
    void aModelTrainedAgainIsTheSameToTheByte() throws IOException {
        Path data = SharedData.path("data");
        assumeTrue(
                Files.isDirectory(data.resolve("ner")),
                () -> "Skipped: there is no " + data + " beside this repository.");
        List<Labelled> texts = new Portions(data).training("de").getOrDefault("germeval2014", List.of());
        assertThat(texts).hasSizeGreaterThan(1000);

        byte[] once = trained(texts);

        assertThat(trained(texts)).isEqualTo(once);
        assertThat(Sha256.hex(once)).isEqualTo(SHA_256);
    }

    private static byte[] trained(List<Labelled> texts) throws IOException {
        Events events = new Events(ShippedNames.lexicon());
        events.add(texts, 8);
        SortedMap<Long, short[]> rows = Maxent.train(events, new Maxent.Settings(2, 3, 0.1, 3));
        long[] features = rows.keySet().stream().mapToLong(Long::longValue).toArray();
        short[] weights = new short[features.length * NameModel.OUTCOMES];
        int at = 0;
        for (short[] row : rows.values()) {
            System.arraycopy(row, 0, weights, at, row.length);
            at += row.length;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NameModel.write(features, weights, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
