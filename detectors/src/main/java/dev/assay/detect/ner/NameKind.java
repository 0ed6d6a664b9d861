package dev.assay.detect.ner;

/** What a name names; called as the entity types are. */
enum NameKind {
    PERSON(0),
    LOCATION(1),
    ORGANIZATION(2);

    private final int place;

    NameKind(int place) {
        this.place = place;
    }

    /** Place in tables, from 0. A model's outcomes follow it. */
    int place() {
        return place;
    }

    /** The outcome that begins such a name; the next one goes on with it. */
    int begin() {
        return 1 + 2 * place;
    }
}
