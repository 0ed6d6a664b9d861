package dev.assay.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Which detectors run.
 *
 * @param disabled ids of detectors that stay out; the manifest names them as not measured
 * @param names whether scans look for names of persons, places and organisations
 * @param models name finders of this workspace's own, in the order of the file
 * @param custom detectors of this workspace's own, in the order of the file
 * @param file name of the file they stand in, for complaints
 */
public record DetectorSettings(
        List<String> disabled, NameSearch names, List<CustomModel> models, List<CustomDetector> custom, String file) {
    public DetectorSettings {
        disabled = disabled.stream().distinct().sorted().toList();
        models = List.copyOf(models);
        custom = List.copyOf(custom);
    }

    static DetectorSettings read(Section detectors, Path home) {
        return new DetectorSettings(
                detectors.texts("disabled"),
                detectors.get("names", NameSearch.OFF, NameSearch::parse),
                detectors.sections("models", model -> CustomModel.read(model, home)),
                detectors.sections("custom", CustomDetector::read),
                detectors.file());
    }
}
