package dev.assay.cli;

import dev.assay.config.ConfigException;
import dev.assay.config.DatasetCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as named on the command line: the file of its card, or where its data lies.
 *
 * @param given as the user wrote it
 * @param card the card, or one made up for a bare location
 * @param cardText the card's file, or null for a bare location
 */
record DatasetArgument(
        String given, DatasetCard card, @Nullable String cardText) {
    static DatasetArgument read(String given, Console console) {
        if (given.contains("://")) {
            return new DatasetArgument(given, DatasetCard.forLocation(given), null);
        }
        Path path = console.resolve(Path.of(given));
        if (!Files.exists(path)) {
            throw new ConfigException("There is no " + given + " (looked at " + path
                    + "). Name a card such as dataset.yaml, or the file, directory or URI the data lies in.");
        }
        if (isCard(path)) {
            return new DatasetArgument(given, DatasetCard.read(path), text(path));
        }
        return new DatasetArgument(given, DatasetCard.forLocation(path.toString()), null);
    }

    private static boolean isCard(Path path) {
        String name = String.valueOf(path.getFileName());
        return Files.isRegularFile(path) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new ConfigException("Cannot read " + file + ": " + trouble.getMessage());
        }
    }
}
