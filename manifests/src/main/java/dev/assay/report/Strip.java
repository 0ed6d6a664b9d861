package dev.assay.report;

import dev.assay.config.FindingClass;
import dev.assay.manifest.Counts;
import dev.assay.manifest.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar over all scanned cells of a column: those with a finding by confidence, then those without.
 *
 * @param segments from the left; together at most {@value #LENGTH} long
 */
record Strip(List<Segment> segments) {
    static final int LENGTH = 1000;
    static final int HEIGHT = 12;

    /** What is there can be seen, however little it is. */
    private static final int LEAST = 5;

    /**
     * A stretch of the bar.
     *
     * @param style class that colours it
     * @param x where it begins
     * @param width how long it is
     * @param height how high it is
     */
    record Segment(String style, int x, int width, int height) {
        int y() {
            return (HEIGHT - height) / 2;
        }
    }

    Strip {
        segments = List.copyOf(segments);
    }

    /** What looks like personal data and is none gets a bar of half the height. */
    static Strip of(FindingClass findingClass, Counts counts) {
        long cells = counts.cells().of();
        int certain = width(counts.cellBands().certain(), cells);
        int likely = width(counts.cellBands().likely(), cells);
        int possible = width(counts.cellBands().possible(), cells);
        int excess = Math.max(0, certain + likely + possible - LENGTH);
        int longest = Math.max(certain, Math.max(likely, possible));
        int height = findingClass == FindingClass.REAL ? HEIGHT : HEIGHT / 2;
        List<Segment> segments = new ArrayList<>();
        int x = 0;
        String[] styles = {"certain", "likely", "possible"};
        int[] widths = {certain, likely, possible};
        for (int i = 0; i < styles.length; i++) {
            int width = widths[i];
            if (excess > 0 && width == longest) {
                width -= excess;
                excess = 0;
            }
            if (width > 0) {
                segments.add(new Segment(styles[i], x, width, height));
            }
            x += width;
        }
        return new Strip(segments);
    }

    private static int width(long count, long of) {
        return count == 0 ? 0 : Math.max(LEAST, new Share(count, of).ppm() / (1_000_000 / LENGTH));
    }
}
