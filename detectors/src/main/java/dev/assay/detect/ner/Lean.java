package dev.assay.detect.ner;

/**
 * What names of each kind are given beforehand when a model weighs outcomes, in {@code 1/}{@value NameModel#SCALE} of a
 * log-odd: a name missed costs more than a word too many, and not equally for each kind.
 */
record Lean(int person, int location, int organization) {
    private static final int FURTHEST = 1000;

    /** The same for each kind. */
    static Lean of(int all) {
        return new Lean(all, all, all);
    }

    /** More of it for each kind, at most {@value #FURTHEST}. */
    Lean further(int by) {
        return new Lean(further(person, by), further(location, by), further(organization, by));
    }

    private static int further(int lean, int by) {
        return Math.min(FURTHEST, lean + by);
    }

    /** What each outcome of a model is given. */
    void into(int[] given) {
        put(given, NameKind.PERSON, person);
        put(given, NameKind.LOCATION, location);
        put(given, NameKind.ORGANIZATION, organization);
    }

    private static void put(int[] given, NameKind kind, int lean) {
        given[kind.begin()] = lean;
        given[kind.begin() + 1] = lean;
    }
}
