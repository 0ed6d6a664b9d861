package dev.assay.storage;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A program of its own that lists a location; for tests that need another class path or environment. */
final class ListLocation {
    private ListLocation() {}

    /**
     * Prints path and location of each file.
     *
     * @param arguments the location
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Storages storages = new Storages(StorageSettings.DEFAULTS)) {
            for (StoredFile file :
                    storages.list(new Location(arguments[0]), FileFilter.ALL).files()) {
                try (RangeReader reader = storages.open(file)) {
                    out.println(file.path() + " " + reader.length());
                }
            }
        } catch (StorageException e) {
            out.println(e.getMessage());
            System.exit(3);
        }
    }
}
