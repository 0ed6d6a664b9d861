package dev.assay.config;

import java.util.List;
import java.util.stream.Collectors;

/** Something the user mends: settings, a card, a policy, a command line. Holds every problem found, not just the first. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** A single trouble that belongs to no key of a file. */
    public ConfigException(String message) {
        super(message);
        this.problems = List.of();
    }

    /**
     * All problems of one file.
     *
     * @param file as the user named it
     * @param problems at least one, in the order of the file
     */
    public ConfigException(String file, List<Problem> problems) {
        super(message(file, problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems one by one; empty when the message says it all. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String file, List<Problem> problems) {
        return file + " has " + problems.size() + (problems.size() == 1 ? " problem: " : " problems: ")
                + problems.stream().map(Problem::toString).collect(Collectors.joining(" · "));
    }
}
