package dev.assay.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildColumnsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "child_name",
                "childDob",
                "pupils[].birth_date",
                "guardian1_email",
                "parental_consent",
                "is-minor",
                "Grade Level",
                "kita",
                "schueler_id",
                "Einwilligung_der_Eltern",
                "eleve.prenom",
                "nom_enfant",
                "niño_nombre",
                "alumnos[].edad",
                "aluno_id",
                "menor_de_edad",
                "encarregado_de_educacao",
                "alunno",
                "leerling_naam",
                "zgoda_rodzica"
            })
    void namesThatSpeakOfChildrenAreTold(String path) {
        assertThat(ChildColumns.named(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "children[].text",
                "child_process",
                "child_count",
                "num_children",
                "minor_version",
                "version.minor",
                "parent_id",
                "kind",
                "student_id",
                "school",
                "grade",
                "menor",
                "classe",
                "text"
            })
    void namesThatUsuallyMeanSomethingElseAreNot(String path) {
        assertThat(ChildColumns.named(path)).isFalse();
    }
}
