package dev.assay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.manifest.ExampleRecords;
import dev.assay.statement.Bundle;
import dev.assay.statement.Envelope;
import dev.assay.statement.RevocationPredicate;
import dev.assay.statement.Role;
import dev.assay.statement.SigningKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

    @TempDir
    Path directory;

    @Test
    void listsWhatWasStatedNamesGapsAndDrawsTheSameSampleAgain() throws Exception {
        try (ExampleLedger example = new ExampleLedger(directory.resolve("manifests.git"))) {
            SigningKey ada = example.person("Ada Wren", Role.PRIVACY);
            example.publish(example.scan(ExampleRecords.files(), 2));
            List<Envelope> before = example.ledger
                    .latest(ExampleRecords.ID)
                    .orElseThrow()
                    .bundle()
                    .envelopes();
            example.state(new RevocationPredicate(null, "=stop, \"now\"", ExampleLedger.NOON), ada);
            Population whole = Population.of(example.ledger, FIRST, LAST, Duration.ofDays(60));

            assertThat(whole.rows())
                    .extracting(Population.Row::kind)
                    .containsExactlyInAnyOrder("Trust", "Trust", "Scan", "Decision", "Revocation");
            assertThat(whole.gaps()).isEmpty();
            assertThat(Population.csv(whole.rows())).contains(",Ada Wren,\"'=stop, \"\"now\"\"\"\r\n");
            assertThat(whole.sample(2, "2026-q1")).hasSize(2).isEqualTo(whole.sample(2, "2026-q1"));
            assertThat(IntStream.range(0, 64)
                            .mapToObj(seed -> whole.sample(1, "seed " + seed))
                            .distinct())
                    .as("keys are made anew in each run, so two seeds may well draw the same row; 64 do not")
                    .hasSizeGreaterThan(1);

            assertThat(Population.of(example.ledger, FIRST, LAST, Duration.ofDays(7))
                            .gaps())
                    .singleElement()
                    .asString()
                    .startsWith("garden-letters was not scanned between 2026-03-01T12:00:00Z and");
            assertThat(Population.of(example.ledger, LAST, LAST, Duration.ofDays(60))
                            .rows())
                    .isEmpty();

            example.overwrite("datasets/garden-letters/1/1.intoto.jsonl", new Bundle(before).fileBytes());
            Population cut = Population.of(example.ledger, FIRST, LAST, Duration.ofDays(60));
            assertThat(cut.gaps()).singleElement().asString().contains("it was removed");
            assertThat(cut.rows()).extracting(Population.Row::moment).contains(Optional.empty());
        }
    }
}
