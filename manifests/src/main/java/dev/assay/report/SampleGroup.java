package dev.assay.report;

import dev.assay.config.DataClass;
import dev.assay.config.FindingClass;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.FindingSample;
import dev.assay.manifest.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Masked samples of one entity type and class from one column.
 *
 * @param entity entity type's name
 * @param findingClass somebody's data, or only its shape
 * @param column path
 * @param suppression id of the policy's suppression that matches them; empty if none does
 * @param samples the first ones
 */
record SampleGroup(
        String entity, FindingClass findingClass, String column, String suppression, Bounded<FindingSample> samples) {
    static final int MAX_SAMPLES = 5;

    /** All groups, in the order of {@link Found}'s rows. */
    static List<SampleGroup> of(List<FindingSample> samples, Manifest manifest) {
        Map<List<Object>, List<FindingSample>> groups = new LinkedHashMap<>();
        for (FindingSample sample : samples) {
            groups.computeIfAbsent(
                            List.of(sample.entity(), sample.findingClass(), sample.column(), sample.suppression()),
                            key -> new ArrayList<>())
                    .add(sample);
        }
        Map<String, DataClass> classes = manifest.facts().privacy().entities().stream()
                .map(EntityCount::type)
                .distinct()
                .collect(Collectors.toMap(type -> type.name(), type -> type.dataClass(), (first, second) -> first));
        return groups.values().stream()
                .map(SampleGroup::of)
                .sorted(Comparator.comparing(SampleGroup::findingClass).thenComparing(group -> {
                    DataClass dataClass = classes.get(group.entity());
                    return dataClass == null ? Integer.MAX_VALUE : Found.weight(dataClass);
                }))
                .toList();
    }

    private static SampleGroup of(List<FindingSample> samples) {
        FindingSample first = samples.get(0);
        return new SampleGroup(
                first.entity(),
                first.findingClass(),
                first.column(),
                first.suppression(),
                Bounded.of(samples, MAX_SAMPLES));
    }
}
