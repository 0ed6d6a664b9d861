package dev.assay.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.ConfigException;
import dev.assay.config.DataClass;
import dev.assay.config.DetectorSettings;
import dev.assay.config.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomDetectorsTest {
    private static final RuleSet NONE = RuleSet.of(List.of());

    @TempDir
    Path home;

    @Test
    void aPatternWithAValidatorFindsWhatItsTableSays() throws IOException {
        RuleSet rules = rules("""
                detectors:
                  custom:
                    - id: staff-number
                      entity: CUSTOM_STAFF_NUMBER
                      data-class: person
                      patterns: ['48[0-9]{4}']
                      validator: luhn
                      context: {en: [staff number], de: [personalnummer]}
                      columns: [staff no]
                      confidence: {alone: 20, checked: 40, context: 90, column: 95}
                      cases:
                        - {text: staff number 482919, finds: ['482919']}
                        - {text: '482919', column: staff_no, finds: ['482919']}
                        - {text: staff number 482918, finds: []}
                """);

        assertThat(Hit.in(rules, "Personalnummer 482919")).singleElement().satisfies(hit -> {
            assertThat(hit.detector()).isEqualTo("staff-number");
            assertThat(hit.confidence()).isEqualTo(90);
        });
        Detector entry = rules.detector(0);
        assertThat(entry.entity()).isEqualTo("CUSTOM_STAFF_NUMBER");
        assertThat(entry.dataClass()).isEqualTo(DataClass.PERSON);
        assertThat(rules.sha256()).isNotEqualTo(NONE.sha256());
    }

    @Test
    void wordsMatchWhateverTheirCaseAndSigns() throws IOException {
        RuleSet rules = rules("""
                detectors:
                  custom:
                    - id: project-names
                      entity: CUSTOM_PROJECT
                      words: [Blue Heron, C++ (legacy)]
                      cases:
                        - {text: about blue heron today, finds: [blue heron]}
                        - {text: about bluebird, finds: []}
                """);

        assertThat(Hit.in(rules, "in C++ (legacy) and BLUE HERON"))
                .extracting(Hit::start)
                .containsExactly(3, 20);
    }

    @Test
    void everyProblemOfEveryDetectorIsReportedWithItsLine() {
        assertThatThrownBy(() -> rules("""
                        detectors:
                          custom:
                            - id: broken
                              entity: CUSTOM_BROKEN
                              patterns: ['[a']
                              cases:
                                - {text: a, finds: [a]}
                                - {text: b}
                            - id: unheard
                              entity: CUSTOM_UNHEARD
                              patterns: ['[0-9]{6}']
                              validator: lun
                              cases:
                                - {text: '482919', finds: ['482919']}
                                - {text: b}
                            - id: wrong-table
                              entity: CUSTOM_WRONG
                              patterns: ['[0-9]{6}']
                              cases:
                                - {text: '482919', finds: ['48291']}
                                - {text: b}
                        """))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        all -> assertThat(all.problems())
                                .hasSize(3)
                                .satisfiesExactly(
                                        broken -> assertThat(broken.toString())
                                                .startsWith("`detectors.custom[0]` (line 3): ")
                                                .contains("broken"),
                                        unheard -> assertThat(unheard.toString())
                                                .startsWith("`detectors.custom[1]` (line 9): ")
                                                .contains("`lun`"),
                                        table -> assertThat(table.toString())
                                                .isEqualTo(
                                                        "`detectors.custom[2].cases[0]` (line 20): finds [482919], not"
                                                                + " [48291]; mend the detector or its table")))
                .hasMessageContaining("assay.yaml has 3 problems");
    }

    @Test
    void noIdMayBeTakenTwice() {
        RuleSet taken = RuleSet.of(CustomDetectors.entries(
                NONE, workspace(TWICE).detectors().custom().subList(0, 1), "x"));

        assertThatThrownBy(() -> CustomDetectors.entries(
                        taken, workspace(TWICE).detectors().custom().subList(0, 1), "assay.yaml"))
                .hasMessageContaining("`detectors.custom[0].id` (line 3): `mine` is the id of another detector");
        assertThatThrownBy(() -> rules(TWICE)).hasMessageContaining("`detectors.custom[1].id` (line 9)");
    }

    private static final String TWICE = """
            detectors:
              custom:
                - id: mine
                  entity: CUSTOM_MINE
                  patterns: ['[0-9]{6}']
                  cases:
                    - {text: '482919', finds: ['482919']}
                    - {text: b}
                - id: mine
                  entity: CUSTOM_MINE
                  patterns: ['[0-9]{7}']
                  cases:
                    - {text: '4829190', finds: ['4829190']}
                    - {text: b}
            """;

    private Workspace workspace(String yaml) {
        try {
            return Workspace.read(Files.writeString(home.resolve("assay.yaml"), yaml));
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private RuleSet rules(String yaml) throws IOException {
        DetectorSettings wanted = workspace(yaml).detectors();
        return NONE.with(CustomDetectors.entries(NONE, wanted.custom(), wanted.file()));
    }
}
