package dev.assay.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.Control.Framework;
import dev.assay.config.Control.Strength;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ControlCatalogueTest {
    /** How each framework writes an identifier. */
    private static final Map<Framework, Pattern> SHAPES = Map.of(
            Framework.SOC2_TSC, Pattern.compile("CC[1-9]\\.[1-8]|A1\\.[1-3]|C1\\.[12]|PI1\\.[1-5]|P[1-8]\\.[1-7]"),
            Framework.ISO27001, Pattern.compile("A\\.[5-8]\\.[0-9]{1,2}(–A\\.[5-8]\\.[0-9]{1,2})?|Cl\\. [4-9]\\.[0-9]"),
            Framework.ISO42001, Pattern.compile("(A\\.[0-9]{1,2}(\\.[0-9]){1,2}( / )?)+|Cl\\. [0-9., ]+"),
            Framework.NIST_AI_RMF,
                    Pattern.compile("(GOVERN|MAP|MEASURE|MANAGE) [1-6]\\.[0-9]{1,2}(, [1-6]\\.[0-9]{1,2})?"),
            Framework.EU_AI_ACT, Pattern.compile("[0-9]{1,3}(\\([0-9]+\\))?.*"),
            Framework.GDPR, Pattern.compile("[0-9]{1,2}.*"),
            Framework.HIPAA, Pattern.compile("164\\.[0-9]{3}\\([a-z]\\).*"));

    /** The Trust Services Criteria: common criteria, availability, confidentiality, processing integrity, privacy. */
    private static final Set<String> CRITERIA = criteria();

    /** Criteria a dataset record says nothing honest about. */
    private static final Pattern LEFT_OUT =
            Pattern.compile("A1\\..*|P6\\.[356]|CC1\\.[1245]|CC6\\.[2346]|CC7\\.[45]|CC9\\.1");

    private static final Set<String> ARTEFACTS = Set.of(
            "card",
            "manifest",
            "coverage",
            "privacy",
            "samples",
            "quality",
            "drift",
            "efficacy",
            "scan",
            "decision",
            "waiver",
            "approval",
            "training-run",
            "erasure",
            "log",
            "population",
            "registry",
            "trust",
            "export");

    private final List<Control> controls = ControlCatalogue.shipped().controls();

    private static Set<String> criteria() {
        Set<String> ids = new HashSet<>();
        int[] common = {5, 3, 4, 2, 3, 8, 5, 1, 2};
        int[] privacy = {1, 1, 2, 3, 2, 7, 1, 1};
        add(ids, "CC%d.%d", common);
        add(ids, "P%d.%d", privacy);
        add(ids, "A%d.%d", new int[] {3});
        add(ids, "C%d.%d", new int[] {2});
        add(ids, "PI%d.%d", new int[] {5});
        return ids;
    }

    private static void add(Set<String> ids, String shape, int[] counts) {
        for (int series = 1; series <= counts.length; series++) {
            for (int number = 1; number <= counts[series - 1]; number++) {
                ids.add(String.format(Locale.ROOT, shape, series, number));
            }
        }
    }

    @Test
    void knowsTheSixtyOneCriteriaAndNamesNoOther() {
        assertThat(CRITERIA).hasSize(61);
        assertThat(controls)
                .filteredOn(control -> control.framework() == Framework.SOC2_TSC)
                .extracting(Control::id)
                .isSubsetOf(CRITERIA)
                .noneMatch(id -> LEFT_OUT.matcher(id).matches());
    }

    @Test
    void everyFrameworkIsThereWithIdentifiersOfItsShape() {
        assertThat(controls).extracting(Control::framework).contains(Framework.values());
        assertThat(controls)
                .allSatisfy(control -> assertThat(control.id())
                        .as(control.framework().title())
                        .matches(SHAPES.get(control.framework())));
        assertThat(controls)
                .extracting(control -> control.framework() + " " + control.id())
                .doesNotHaveDuplicates();
    }

    @Test
    void directEvidenceSaysWhenItCounts() {
        assertThat(controls)
                .filteredOn(control -> control.strength() == Strength.DIRECT)
                .isNotEmpty()
                .allSatisfy(control ->
                        assertThat(control.condition()).as(control.id()).isNotBlank());
    }

    @Test
    void evidenceNamesPartsOfTheRecord() {
        assertThat(controls)
                .allSatisfy(control -> assertThat(control.evidence())
                        .as(control.id())
                        .isNotEmpty()
                        .isSubsetOf(ARTEFACTS));
    }

    @Test
    void concludesNothing() {
        assertThat(controls.toString().toLowerCase(Locale.ROOT))
                .doesNotContain("satisfied")
                .doesNotContain("compliant")
                .doesNotContain("certified");
    }
}
