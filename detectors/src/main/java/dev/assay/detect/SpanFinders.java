package dev.assay.detect;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeMap;

/** The finders on the class path, asked for the entries of a rule set that have no shape. */
final class SpanFinders {
    private SpanFinders() {}

    /** Names of all finders, as entries of the catalogue give them. */
    static SortedSet<String> names() {
        TreeMap<String, Boolean> names = new TreeMap<>();
        Loaded.PROVIDERS.forEach(provider -> names.put(provider.name(), true));
        return names.navigableKeySet();
    }

    /** One finder of everything the rule set has entries without a shape for. */
    static SpanFinder of(List<Detector> detectors, List<OwnModel> models) {
        Map<String, Integer> entries = new TreeMap<>();
        for (int i = 0; i < detectors.size(); i++) {
            if (detectors.get(i).shapes().isEmpty()) {
                entries.put(detectors.get(i).entity(), i);
            }
        }
        if (entries.isEmpty()) {
            return SpanFinder.NONE;
        }
        List<SpanFinder> finders = Loaded.PROVIDERS.stream()
                .map(provider -> provider.finder(entity -> entries.getOrDefault(entity, -1), models))
                .toList();
        return (batch, column, cells, into) -> finders.forEach(finder -> finder.find(batch, column, cells, into));
    }

    private static final class Loaded {
        static final List<SpanFinderProvider> PROVIDERS =
                ServiceLoader.load(SpanFinderProvider.class, SpanFinderProvider.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
    }
}
