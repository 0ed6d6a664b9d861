package dev.assay.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingChangeTest {
    private static ManifestFacts facts(EntityCount... counts) {
        ManifestFacts some = ExampleRecords.withAllowLists(
                ExampleRecords.facts(), List.of(new AllowList("ours", ExampleRecords.digest("ours"))));
        return ExampleRecords.withEntities(some, List.of(counts));
    }

    @Test
    void whatComesStaysAndGoesHasAName() {
        List<FindingChange> changes = FindingChange.between(
                facts(ExampleRecords.emails(3)), facts(ExampleRecords.emails(5), ExampleRecords.tokens(1)));
        assertThat(changes).extracting(FindingChange::state).containsExactlyInAnyOrder("persisting", "new");
        assertThat(FindingChange.between(facts(ExampleRecords.emails(3)), facts()))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.state()).isEqualTo("resolved");
                    assertThat(change.kind()).isEqualTo(FindingChange.kind(ExampleRecords.emails(1)));
                    assertThat(change.before()).isEqualTo(3);
                });
        assertThat(FindingChange.between(facts(), facts())).isEmpty();
    }

    @Test
    void whatAnAllowListMatchesIsStillThere() {
        assertThat(FindingChange.between(
                        facts(ExampleRecords.emails(3)),
                        facts(ExampleRecords.emails(1), ExampleRecords.suppressedEmails(2, "ours"))))
                .singleElement()
                .matches(change -> change.before() == 3 && change.after() == 3);
    }
}
