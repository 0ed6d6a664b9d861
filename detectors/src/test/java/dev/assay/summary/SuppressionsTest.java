package dev.assay.summary;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.ColumnGlob;
import dev.assay.config.ConfigException;
import dev.assay.config.EntityType;
import dev.assay.config.EntityTypes;
import dev.assay.config.FindingClass;
import dev.assay.config.Suppression;
import dev.assay.detect.CellBatch;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
    private static final RuleSet RULES = RuleSet.shipped();
    private static final SuppressionKey KEY = SuppressionKey.parse("0123456789abcdef".repeat(4));
    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);
    private static final List<String> CELLS = List.of(
            "write to help@quaymail.org or ada.wren@finchpost.net", "help@quaymail.org", "ticket-004711@quaymail.org");

    private static Suppression values(String id, LocalDate expires, String... values) {
        List<String> digests = List.of(values).stream().map(KEY::digest).toList();
        return new Suppression(id, digests, KEY.id(), List.of(), List.of(), List.of(), "Ada", "ours", expires);
    }

    private static Suppression patterns(String id, LocalDate expires, String... patterns) {
        return new Suppression(id, List.of(), "", List.of(patterns), List.of(), List.of(), "Ada", "ours", expires);
    }

    private static Suppressions ready(Suppression... entries) {
        return Suppressions.of(List.of(entries), Optional.of(KEY));
    }

    private static ColumnSummary scan(Suppressions suppressions) {
        ColumnSummary summary = new ColumnSummary();
        CellBatch batch = CellBatch.of(CELLS);
        Findings findings = new Findings();
        RULES.scanner().scan(batch, RULES.column("note"), findings);
        CellRecorder recorder = new CellRecorder(RULES, "a.csv", "note", 3, summary, new RowCounts(), suppressions);
        recorder.cells(batch, findings, IntStream.range(0, CELLS.size()).toArray());
        recorder.finish();
        return summary;
    }

    private static long hits(ColumnSummary summary, String suppression) {
        EntitySummary found = summary.entities().get(new EntityKey("EMAIL_ADDRESS", FindingClass.REAL, suppression));
        return found == null ? 0 : found.hits();
    }

    @Test
    void whatAListHoldsIsCountedApartAndNothingIsLost() {
        ColumnSummary all = scan(Suppressions.NONE);
        ColumnSummary apart = scan(ready(values("ours", LATER, "help@quaymail.org")));

        assertThat(hits(all, "")).isEqualTo(4);
        assertThat(hits(apart, "")).isEqualTo(2);
        assertThat(hits(apart, "ours")).isEqualTo(2);
    }

    @Test
    void aPatternMatchesTheWholeTextOfAFinding() {
        assertThat(hits(scan(ready(patterns("tickets", LATER, "ticket-[0-9]{6}@quaymail[.]org"))), "tickets"))
                .isEqualTo(1);
        assertThat(hits(scan(ready(patterns("part", LATER, "quaymail[.]org"))), "part"))
                .isZero();
    }

    @Test
    void typeAndColumnLimitAnEntry() {
        Suppression anywhere = patterns("any", LATER, "[a-z@.]+");
        Suppression otherColumn = scoped(anywhere, List.of(new ColumnGlob("body")), List.of());
        Suppression otherType =
                scoped(anywhere, List.of(), List.of(EntityTypes.loaded().parse("IBAN_CODE")));

        assertThat(hits(scan(ready(anywhere)), "any")).isEqualTo(3);
        assertThat(hits(scan(ready(otherColumn)), "any")).isZero();
        assertThat(hits(scan(ready(otherType)), "any")).isZero();
    }

    private static Suppression scoped(Suppression entry, List<ColumnGlob> columns, List<EntityType> entities) {
        return new Suppression(
                entry.id(), List.of(), "", entry.patterns(), columns, entities, "Ada", "ours", entry.expires());
    }

    @Test
    void ofTwoEntriesTheOneThatLastsLongerCounts() {
        Suppression brief = patterns("a-brief", LocalDate.of(2026, 1, 1), "help@quaymail[.]org");
        Suppression lasting = values("b-lasting", LATER, "help@quaymail.org");

        ColumnSummary summary = scan(ready(brief, lasting));

        assertThat(hits(summary, "b-lasting")).isEqualTo(2);
        assertThat(hits(summary, "a-brief")).isZero();
    }

    @Test
    void countsApartReadBackAndMerge() {
        ColumnSummary summary = scan(ready(values("ours", LATER, "help@quaymail.org")));
        ColumnSummary read = ColumnSummary.fromJson(summary.toJson());

        assertThat(read.toJson().canonical()).isEqualTo(summary.toJson().canonical());
        read.merge(summary);
        assertThat(hits(read, "ours")).isEqualTo(4);
    }

    @Test
    void aDictionaryIsCountedAlike() {
        Suppressions suppressions = ready(values("ours", LATER, "help@quaymail.org"));
        ColumnSummary summary = new ColumnSummary();
        CellBatch batch = CellBatch.of(CELLS);
        Findings findings = new Findings();
        RULES.scanner().scan(batch, RULES.column("note"), findings);
        CellRecorder recorder = new CellRecorder(RULES, "a.csv", "note", 3, summary, new RowCounts(), suppressions);
        recorder.beginRows(0);
        recorder.dictionary(batch, findings);
        int[] all = {0, 1, 2};
        recorder.occurrences(all, all, all.length);
        recorder.finish();

        assertThat(summary.toJson().canonical())
                .isEqualTo(scan(suppressions).toJson().canonical());
    }

    @Test
    void theDigestOfAllSaysWhatIsMatchedAndNothingElse() {
        String once = ready(patterns("a", LATER, "x")).sha256();

        assertThat(ready(patterns("a", LATER.plusDays(1), "x")).sha256()).isEqualTo(once);
        assertThat(ready(patterns("a", LATER, "y")).sha256()).isNotEqualTo(once);
        assertThat(requireNonNull(ready(patterns("a", LATER, "x")).digests().get("a")))
                .isEqualTo(patterns("a", LATER, "x").matchSha256());
    }

    @Test
    void aListOfAnotherKeyIsRefusedAndSoIsAPatternThatIsNone() {
        SuppressionKey other = SuppressionKey.generate();
        List<Suppression> entries = List.of(values("ours", LATER, "a@b.org"), patterns("odd", LATER, "a(", "b*"));

        assertThatThrownBy(() -> Suppressions.of(entries, Optional.of(other)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("`ours`: its values were digested with the key " + KEY.id())
                .hasMessageContaining("this workspace's is " + other.id())
                .hasMessageContaining("`odd`: the pattern `a(`")
                .hasMessageContaining("`b*` matches the empty text")
                .hasMessageNotContaining("a@b.org");
        assertThatThrownBy(() -> Suppressions.of(entries, Optional.empty()))
                .hasMessageContaining("this workspace has none");
    }

    /** By {@code printf 'Hi There' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0b0b…} with 32 bytes. */
    @Test
    void digestsAreHmacSha256() {
        SuppressionKey key = SuppressionKey.parse("0b".repeat(32));

        assertThat(key.digest("Hi There"))
                .isEqualTo("198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7");
        assertThat(SuppressionKey.parse(key.text()).id()).isEqualTo(key.id()).hasSize(16);
        assertThatThrownBy(() -> SuppressionKey.parse("0b")).isInstanceOf(IllegalArgumentException.class);
    }
}
