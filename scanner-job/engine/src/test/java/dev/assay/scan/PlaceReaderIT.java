package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.card.ImportedCard;
import dev.assay.card.PlaceCard;
import dev.assay.card.PlaceFacts;
import dev.assay.config.DatasetCard;
import dev.assay.format.SharedData;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards made of Parquet files that other programs wrote. */
@Tag("shared")
class PlaceReaderIT {
    @TempDir
    Path directory;

    @Test
    void everyFileOfOtherWritersMakesACardThatCanBeRead() throws IOException {
        int cards = 0;
        int described = 0;
        try (Storages storage = new Storages(StorageSettings.DEFAULTS);
                Stream<Path> walk = Files.walk(SharedData.folder("parquet"))) {
            List<Path> files = walk.filter(path -> path.toString().matches(".*\\.(parquet|parq)"))
                    .sorted()
                    .toList();
            for (Path file : files) {
                PlaceFacts facts = PlaceReader.read(storage, new Location(file.toString()));
                ImportedCard card = PlaceCard.of(facts, "sample", file.toString());
                assertThat(card.undeclared()).as(file.toString()).contains("owner", "sources.sample.license");
                Path written = Files.writeString(directory.resolve("dataset.yaml"), card.text());
                assertThat(DatasetCard.read(written).location()).isEqualTo(file.toString());
                cards++;
                described += facts.columns().size();
            }
        }
        assertThat(cards).isGreaterThan(500);
        assertThat(described).isGreaterThan(20);
    }

    @Test
    void aHuggingFaceFileNamesItsMediaType() throws IOException {
        try (Storages storage = new Storages(StorageSettings.DEFAULTS)) {
            Path bible = SharedData.folder("datasets").resolve("segond1910");

            PlaceFacts facts = PlaceReader.read(storage, new Location(bible.toString()));

            assertThat(facts.mediaTypes()).containsExactly("application/vnd.apache.parquet");
            assertThat(PlaceCard.of(facts, "segond1910", bible.toString()).text())
                    .contains("#owner: undeclared", "format: [\"application/vnd.apache.parquet\"]");
        }
    }
}
