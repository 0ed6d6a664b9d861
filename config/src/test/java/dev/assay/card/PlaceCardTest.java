package dev.assay.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DatasetCard;
import dev.assay.config.DeclaredColumn;
import dev.assay.config.DeclaredSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceCardTest {
    @TempDir
    Path folder;

    private static SortedSet<String> set(String... values) {
        return new TreeSet<>(List.of(values));
    }

    private static ImportedCard card() {
        TreeMap<String, SortedSet<String>> said = new TreeMap<>();
        said.put("data-owner", set("Ada: \"Wren\""));
        said.put("license", set("cc-by-4.0"));
        said.put("classification", set("high", "low"));
        said.put("publisher", set("Tern Ltd", "Quay Ltd"));
        said.put("nonsense", set("x"));
        TreeMap<String, SortedSet<String>> columns = new TreeMap<>();
        columns.put("body", set("Whole text"));
        columns.put("mood", set("By hand", "By machine"));
        columns.put("torn", set("one", "two"));
        return PlaceCard.of(
                new PlaceFacts("2 of 2 files", said, columns, set("mood"), set("text/csv"), "eu-central-1"),
                "tides",
                "s3://corpus/tides/");
    }

    @Test
    void whatAllAgreeOnIsFilledInAndNothingElse() throws IOException {
        DatasetCard read = DatasetCard.read(Files.writeString(folder.resolve("dataset.yaml"), card().text()));

        assertThat(read.owner()).isEqualTo("Ada: \"Wren\"");
        assertThat(read.classification()).isNull();
        assertThat(read.location()).isEqualTo("s3://corpus/tides/");
        assertThat(read.columns()).extracting(DeclaredColumn::path).containsExactly("body", "mood");
        DeclaredSource source = read.source("tides").orElseThrow();
        assertThat(source.license()).isEqualTo("CC-BY-4.0");
        assertThat(source.issuer()).containsExactly("Quay Ltd", "Tern Ltd");
        assertThat(source.storageAllowed()).isNull();
    }

    @Test
    void whatIsSaidInTwoWaysAndWhereTheBucketLiesIsToldInAComment() {
        assertThat(card().text())
                .contains("#classification: undeclared (said to be \"high\" and \"low\")")
                .contains("#storage-allowed: undeclared (its bucket lies in eu-central-1)")
                .contains("#steward: undeclared");
        assertThat(card().undeclared()).contains("classification", "sources.tides.storage-allowed");
    }
}
