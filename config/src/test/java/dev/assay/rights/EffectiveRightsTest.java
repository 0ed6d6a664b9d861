package dev.assay.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.Json;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectiveRightsTest {
    private static final String FORUM = """
            {"id": "forum", "license": "CC-BY-NC-4.0", "intendedPurpose": ["ai-evaluation", "ai-alignment"],
             "processingIncluded": ["EU"], "processingExcluded": ["HU"], "retention": {"until": "2027-06-30"}}""";
    private static final String DESK = """
            {"id": "desk", "license": "CC-BY-SA-4.0", "intendedPurpose": ["AI-Evaluation", "ai-pre-training"],
             "processingIncluded": ["DE", "us", "HU"], "retention": {"until": "2030-01-01"}}""";

    private static EffectiveRights rights(String... sources) {
        return EffectiveRights.of(Json.parse("{\"sources\": [" + String.join(", ", sources) + "]}")
                .asObject());
    }

    @Test
    void intersectsWhatTheSourcesAllow() {
        EffectiveRights rights = rights(FORUM, DESK);

        assertThat(rights.purposes().allowed()).containsExactly("ai-evaluation");
        assertThat(rights.purposes().refused())
                .containsExactly(
                        new Limit("ai-alignment", List.of("desk")), new Limit("ai-pre-training", List.of("forum")));
        assertThat(rights.processing().allowed()).containsExactly("DE");
        assertThat(rights.processing().refused())
                .containsExactly(
                        new Limit("EU", List.of("desk")),
                        new Limit("HU", List.of("forum")),
                        new Limit("US", List.of("forum")));
        assertThat(rights.until()).isEqualTo(new Limit("2027-06-30", List.of("forum")));
        assertThat(rights.conditions())
                .containsExactly(
                        new Limit("attribution", List.of("desk", "forum")),
                        new Limit("non-commercial", List.of("forum")),
                        new Limit("share-alike", List.of("desk")));
    }

    @Test
    void refusesWithTheSourceThatLimits() {
        EffectiveRights rights = rights(FORUM, DESK);

        assertThat(rights.refusalOfPurpose("AI-evaluation")).isEmpty();
        assertThat(rights.refusalOfPurpose("ai-pre-training")).contains("ai-pre-training is not allowed by forum");
        assertThat(rights.refusalOfPurpose("chess"))
                .contains("chess is not among what every source allows: ai-evaluation");
        assertThat(rights.refusalOfPlace("de")).isEmpty();
        assertThat(rights.refusalOfPlace("US")).contains("US is not allowed by forum");
        assertThat(rights.refusalOfPlace("HU")).contains("HU is forbidden by forum; HU is not allowed by forum");
        assertThat(rights.refusalOfDay(LocalDate.of(2027, 6, 30))).isEmpty();
        assertThat(rights.refusalOfDay(LocalDate.of(2027, 7, 1)))
                .contains("it was to be kept until 2027-06-30, says forum");
    }

    @Test
    void aGroupWithAForbiddenMemberIsRefusedAsAWhole() {
        EffectiveRights rights = rights(FORUM);

        assertThat(rights.processing().allowed()).containsExactly("EU");
        assertThat(rights.refusalOfPlace("FR")).isEmpty();
        assertThat(rights.refusalOfPlace("EU")).contains("HU is forbidden by forum");
        assertThat(rights.refusalOfPlace("eu-central-1")).isPresent();
    }

    @Test
    void aRegionMayBeNamedItselfOrByItsCountry() {
        EffectiveRights byCountry =
                rights("{\"id\": \"a\", \"storageAllowed\": [\"EU\"], \"storageForbidden\": [\"FR\"]}");
        EffectiveRights byName = rights("{\"id\": \"a\", \"storageAllowed\": [\"us-east-2\", \"EU\"]}");

        assertThat(byCountry.refusalOfRegion("eu-central-1")).isEmpty();
        assertThat(byCountry.refusalOfRegion("eu-west-3")).contains("FR is forbidden by a");
        assertThat(byCountry.refusalOfRegion("eu-west-2")).contains("GB is not among what every source allows: EU");
        assertThat(byCountry.refusalOfRegion("moon-1")).contains("MOON-1 is not among what every source allows: EU");
        assertThat(byName.refusalOfRegion("us-east-2")).isEmpty();
        assertThat(byName.refusalOfRegion("us-east-1")).isPresent();
        assertThat(rights("{\"id\": \"a\", \"storageForbidden\": [\"us-east-1\"]}")
                        .refusalOfRegion("us-east-1"))
                .contains("US-EAST-1 is forbidden by a");
        assertThat(rights("{\"id\": \"a\"}").refusalOfRegion("moon-1")).isEmpty();
    }

    @Test
    void whatNobodyDeclaresLimitsNothingAndIsNamed() {
        EffectiveRights rights = rights("{\"id\": \"a\", \"license\": \"some licence\"}");

        assertThat(rights.refusalOfPurpose("anything")).isEmpty();
        assertThat(rights.refusalOfPlace("anywhere")).isEmpty();
        assertThat(rights.invalidLicences()).containsExactly(new Limit("some licence", List.of("a")));
        assertThat(rights.undeclared())
                .extracting(Limit::what)
                .containsExactly("intendedPurpose", "legalBasis", "processingIncluded", "retention", "storageAllowed");
        assertThat(EffectiveRights.of(Json.parse("{}").asObject()).undeclared())
                .containsExactly(new Limit("sources", List.of(Limit.CARD)));
    }

    @Test
    void aDeclaredNothingAllowsNothing() {
        assertThat(rights("{\"id\": \"a\", \"intendedPurpose\": []}").refusalOfPurpose("ai-evaluation"))
                .contains("ai-evaluation is not among what every source allows: nothing");
    }

    @Test
    void theOrderOfSourcesDoesNotMatter() {
        assertThat(rights(FORUM, DESK).toJson()).isEqualTo(rights(DESK, FORUM).toJson());
    }
}
