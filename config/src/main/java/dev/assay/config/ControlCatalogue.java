package dev.assay.config;

import java.util.List;

/**
 * Which controls a dataset record supports, how strongly, when, and what it cannot show. Reviewed data; nothing is
 * concluded from it here.
 *
 * @param version grows with every change of meaning
 * @param controls by framework, in the frameworks' order
 */
public record ControlCatalogue(int version, List<Control> controls) {
    private static final String RESOURCE = "dev/assay/config/controls.yaml";

    public ControlCatalogue {
        controls = List.copyOf(controls);
    }

    /** The catalogue that ships. */
    public static ControlCatalogue shipped() {
        return YamlFile.resource(ControlCatalogue.class.getClassLoader(), RESOURCE)
                .as(file -> new ControlCatalogue(
                        (int) file.integer("catalogue-version", 1, 1, Integer.MAX_VALUE),
                        file.sections("controls", Control::read)));
    }
}
