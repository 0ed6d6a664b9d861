package dev.assay.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this machine's Chromium is, or one of its relatives: the browsers that print without a window. */
public final class Browser {
    /** The variable other tools look for a browser in, too. */
    public static final String VARIABLE = "CHROME_PATH";

    private static final List<String> NAMES = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
            "microsoft-edge",
            "chrome.exe",
            "msedge.exe");

    private Browser() {}

    /**
     * The program that {@value #VARIABLE} names, else the first one on the {@code PATH}; empty if there is none.
     *
     * @param environment the process's variables
     */
    public static Optional<Path> find(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return path(named, "").filter(Files::isExecutable);
        }
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(directory -> NAMES.stream().flatMap(name -> path(directory, name).stream()))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> path(String directory, String name) {
        try {
            return Optional.of(Path.of(directory, name));
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
