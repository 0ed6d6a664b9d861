package dev.assay.format;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** Says where JSON is wrong without quoting it. */
final class JsonErrors {
    private JsonErrors() {}

    static String where(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getColumnNr() < 1
                ? limit(e, "")
                : limit(e, " from line " + location.getLineNr() + ", column " + location.getColumnNr() + ", on");
    }

    /** As {@link #where}, for a text that is one line. */
    static String column(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getColumnNr() < 1
                ? limit(e, "")
                : limit(e, " from column " + location.getColumnNr() + " on");
    }

    private static String limit(JacksonException e, String where) {
        return e instanceof StreamConstraintsException
                ? where + ": it nests too deep, or holds a string, number or key above the limit"
                : where;
    }
}
