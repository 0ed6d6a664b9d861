package dev.assay.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.manifest.Changes.Extent;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static FileListing listing(FileEntry... files) {
        return new FileListing(List.of(files));
    }

    private static FileEntry file(String path, String text) {
        return ExampleRecords.file(path, text);
    }

    private static ManifestFacts facts(FileListing files) {
        return ExampleRecords.facts(
                files, ExampleRecords.coverage(), List.of(ExampleRecords.emails(2)), ExampleRecords.canaries());
    }

    @Test
    void theSameFactsAreNoNewVersion() {
        Manifest first = Succession.first(ExampleRecords.facts()).manifest();
        Succession again =
                Succession.after(first, ExampleRecords.files(), ExampleRecords.facts(), ExampleRecords.files());

        assertThat(again.step()).isEqualTo(Succession.Step.UNCHANGED);
        assertThat(again.manifest()).isEqualTo(first);
    }

    @Test
    void theSameFactsAfterASecondVersionAreNoThirdOne() {
        Manifest first = Succession.first(ExampleRecords.facts()).manifest();
        FileListing more = listing(file("letters/a.jsonl", "ash"));
        Manifest second = Succession.after(first, ExampleRecords.files(), facts(more), more)
                .manifest();
        Succession third = Succession.after(second, more, facts(more), more);

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.parent())
                .contains(new Parent(first.sha256(), 1, first.facts().content().root()));
        assertThat(third.step()).isEqualTo(Succession.Step.UNCHANGED);
        assertThat(third.manifest()).isEqualTo(second);
    }

    @Test
    void otherRulesOverTheSameFilesAreANewVersion() {
        Manifest first = Succession.first(ExampleRecords.facts()).manifest();
        ManifestFacts stricter = ExampleRecords.facts(
                ExampleRecords.files(),
                ExampleRecords.coverage(),
                List.of(ExampleRecords.emails(3)),
                ExampleRecords.canaries());
        Manifest second = Succession.after(first, ExampleRecords.files(), stricter, ExampleRecords.files())
                .manifest();

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.changes()).contains(new Changes(0, 0, 0, 2, 0));
        assertThat(second.changes().orElseThrow().extent()).isEqualTo(Extent.NONE);
    }

    @Test
    void countsEveryKindOfChange() {
        FileListing before = listing(
                file("same", "1"), file("changed", "2"), file("gone", "3"), file("old-name", "4"), file("twin", "5"));
        FileListing after = listing(
                file("same", "1"),
                file("changed", "x"),
                file("new", "y"),
                file("new-name", "4"),
                file("twin-1", "5"),
                file("twin-2", "5"));

        assertThat(Changes.between(before, after)).isEqualTo(new Changes(2, 1, 1, 1, 2));
    }

    @Test
    void renamesAloneAreAPatchAndAdditionsAMinor() {
        FileListing before = listing(file("a", "1"));

        assertThat(Changes.between(before, listing(file("b", "1"))).extent()).isEqualTo(Extent.PATCH);
        assertThat(Changes.between(before, listing(file("a", "1"), file("b", "1")))
                        .extent())
                .isEqualTo(Extent.MINOR);
        assertThat(Changes.between(before, listing(file("a", "2"))).extent()).isEqualTo(Extent.MAJOR);
        assertThat(Changes.between(before, listing()).extent()).isEqualTo(Extent.MAJOR);
    }
}
