package dev.assay.detect;

import dev.assay.config.DataClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The catalogue's source: YAML files under {@code detectors/<group>/}. A group is named as a {@link DataClass} is. */
final class Catalogue {
    private static final String FOLDER = "detectors";

    private Catalogue() {}

    /**
     * The catalogue as it stands on the class path, sorted by id.
     *
     * @throws CatalogueException with every problem of every file
     */
    static List<Detector> onClassPath() {
        URL url = Catalogue.class.getClassLoader().getResource(FOLDER);
        if (url == null) {
            throw new IllegalStateException("The class path holds no folder named " + FOLDER + ".");
        }
        try {
            URI uri = url.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return under(Path.of(uri));
            }
            try (FileSystem archive = FileSystems.newFileSystem(uri, Map.of())) {
                return under(archive.getPath("/" + FOLDER));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The catalogue in a folder, sorted by id. */
    static List<Detector> under(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
        List<String> problems = new ArrayList<>();
        List<Detector> detectors = new ArrayList<>();
        for (Path file : files) {
            Path parent = file.getParent();
            String group = parent == null ? "" : String.valueOf(parent.getFileName());
            String name = group + "/" + file.getFileName();
            DataClass dataClass = DataClass.REFERENCE;
            boolean known = false;
            for (DataClass candidate : DataClass.values()) {
                if (candidate.label().equals(group)) {
                    dataClass = candidate;
                    known = true;
                }
            }
            if (!known) {
                problems.add(name + ": `" + group + "` is no group of detectors");
            }
            detectors.addAll(new CatalogueReader(name, dataClass, problems).read(Files.readString(file)));
        }
        Map<String, Detector> byId = new HashMap<>();
        for (Detector detector : detectors) {
            if (byId.put(detector.id(), detector) != null) {
                problems.add("`" + detector.id() + "` is the id of two entries");
            }
        }
        if (!problems.isEmpty()) {
            throw new CatalogueException(problems);
        }
        return detectors.stream().sorted(RuleSet.ORDER).toList();
    }
}
