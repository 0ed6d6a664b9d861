package dev.assay.detect;

import java.util.List;

/** A catalogue that cannot be used: all its problems at once, each with where it is and what to do. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    CatalogueException(List<String> problems) {
        super("The detector catalogue has " + problems.size() + (problems.size() == 1 ? " problem: " : " problems: ")
                + String.join(" · ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each. */
    public List<String> problems() {
        return problems;
    }
}
