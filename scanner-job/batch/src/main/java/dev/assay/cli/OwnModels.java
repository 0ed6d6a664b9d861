package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.CustomModel;
import dev.assay.config.DetectorSettings;
import dev.assay.config.Problem;
import dev.assay.detect.OwnModel;
import dev.assay.detect.RuleSet;
import dev.assay.detect.ner.NameModelException;
import dev.assay.detect.ner.OwnNameModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the name finders that a workspace's settings name. Every problem of every one is found before any is reported. */
final class OwnModels {
    private static final long LARGEST = 256L << 20;

    private final List<Problem> problems = new ArrayList<>();

    private OwnModels() {}

    /**
     * The models, in the order of the file.
     *
     * @param rules the rule set they are to join; none may take an id of it
     * @throws ConfigException with every file that is missing, has another digest or is no such model
     */
    static List<OwnModel> read(DetectorSettings settings, RuleSet rules) {
        OwnModels work = new OwnModels();
        List<OwnModel> models = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (CustomModel named : settings.models()) {
            if (!ids.add(named.id()) || rules.index(named.id()).isPresent()) {
                work.problem(named, ".id", "`" + named.id() + "` is the id of a detector or another model");
            }
            OwnModel model = work.model(named);
            if (model != null) {
                models.add(model);
            }
        }
        if (!work.problems.isEmpty()) {
            throw new ConfigException(settings.file(), work.problems);
        }
        return List.copyOf(models);
    }

    private void problem(CustomModel model, String key, String message) {
        problems.add(new Problem(model.line(), model.key() + key, message));
    }

    private @Nullable OwnModel model(CustomModel named) {
        int before = problems.size();
        named.entities().values().stream()
                .filter(type -> !OwnNameModel.entityTypes().contains(type))
                .forEach(type -> problem(
                        named,
                        ".entities",
                        "`" + type + "` is none of " + String.join(", ", OwnNameModel.entityTypes())));
        byte[] bytes = bytes(named);
        if (bytes == null || problems.size() > before) {
            return null;
        }
        try {
            OwnNameModel model = OwnNameModel.read(named.id(), named.language(), named.entities(), bytes);
            String wanted = named.sha256();
            if (wanted == null || wanted.equals(model.sha256())) {
                return model;
            }
            problem(
                    named,
                    ".sha256",
                    "`" + named.file() + "` has the SHA-256 " + model.sha256() + ", not " + wanted
                            + "; it is another file than the one that was meant");
        } catch (NameModelException wrong) {
            problem(named, ".file", "`" + named.file() + "` " + wrong.getMessage());
        }
        return null;
    }

    private byte @Nullable [] bytes(CustomModel named) {
        Path file = named.file();
        try {
            if (!Files.isRegularFile(file)) {
                problem(named, ".file", "`" + file + "` is no file");
            } else if (Files.size(file) > LARGEST) {
                problem(named, ".file", "`" + file + "` is larger than " + (LARGEST >> 20) + " MiB");
            } else {
                return Files.readAllBytes(file);
            }
        } catch (IOException unreadable) {
            problem(named, ".file", "`" + file + "` cannot be read: " + unreadable.getMessage());
        }
        return null;
    }
}
