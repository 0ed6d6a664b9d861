package dev.assay.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.json.Json;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RepresentationTest {
    private static final Provenance CARD = new Provenance(Json.parse("""
                    {"columns": [{"path": "sex", "role": "sensitive"}, {"path": "label", "role": "label"},
                                 {"path": "zip", "role": "proxy"}, {"path": "body", "role": "text"},
                                 {"path": "gone", "role": "label"}, {"path": "note"}]}""").asObject());

    @Test
    void tellsOnlyDeclaredColumnsAndNoGroupThatIsTooSmall() {
        List<Representation> all = Representation.of(
                CARD,
                List.of(
                        column("sex", 3, List.of(60L, 30L, 10L, 9L, 1L)),
                        column("label", 0, List.of(5L)),
                        column("body", 0, List.of(100L)),
                        column("note", 0, List.of(100L)),
                        column("zip", 1, List.of())));

        assertThat(all).extracting(Representation::column).containsExactlyInAnyOrder("sex", "label", "zip");
        Representation sex = all.stream()
                .filter(one -> one.column().equals("sex"))
                .findFirst()
                .orElseThrow();
        assertThat(sex.role()).isEqualTo("sensitive");
        assertThat(sex.sizes()).containsExactly(60L, 30L, 10L);
        assertThat(sex.small()).isEqualTo(new Representation.Small(2, 10));
        assertThat(sex.missing()).isEqualTo(new Share(3, 113));
        assertThat(sex.largest()).contains(new Share(60, 110));
        assertThat(sex.smallest()).contains(new Share(10, 110));
        assertThat(all)
                .filteredOn(one -> one.column().equals("label"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.sizes()).isEmpty();
                    assertThat(one.small()).isEqualTo(new Representation.Small(1, 5));
                });
        assertThat(all)
                .filteredOn(one -> one.column().equals("zip"))
                .singleElement()
                .satisfies(one -> assertThat(one.exact()).isFalse());
        assertThat(all)
                .allSatisfy(
                        one -> assertThat(Representation.fromJson(one.toJson())).isEqualTo(one));
    }

    @Test
    void refusesSmallGroupsToldApart() {
        assertThatThrownBy(() -> new Representation(
                        "sex", "sensitive", new Share(0, 9), 1, true, List.of(9L), new Representation.Small(0, 0)))
                .hasMessageContaining("fewer than 10 cells");
    }

    /** A column of few values, or of too many to count where none are given. */
    private static QualityColumn column(String path, long nulls, List<Long> frequencies) {
        long count = frequencies.isEmpty()
                ? 500
                : frequencies.stream().mapToLong(Long::longValue).sum();
        TreeMap<String, Long> kinds = new TreeMap<>();
        kinds.put("text", count);
        TreeMap<Integer, Long> spread = new TreeMap<>();
        spread.put(7, count);
        return new QualityColumn(
                path,
                count,
                nulls,
                0,
                0,
                kinds,
                new TreeMap<>(),
                frequencies.isEmpty() ? 300 : frequencies.size(),
                !frequencies.isEmpty(),
                frequencies,
                new Histogram(spread),
                null,
                null,
                null,
                Languages.NONE);
    }
}
