package dev.assay.efficacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What recall and precision of each type must not fall below. As text: a header line, then a type, recall and precision in
 * parts per million to a line, separated by tabs.
 */
public final class Floors {
    private static final String HEADER = "entity\trecall-ppm\tprecision-ppm";

    private final Map<String, Floor> byEntity = new TreeMap<>();

    /** The least of both; 0 asks for nothing. */
    private record Floor(long recallPpm, long precisionPpm) {}

    private Floors() {}

    /**
     * Reads floors.
     *
     * @throws IllegalArgumentException naming the line that is none
     */
    public static Floors parse(String text) {
        Floors floors = new Floors();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).split("\t", -1);
            if (i > 0 || !lines.get(i).equals(HEADER)) {
                if (fields.length != 3 || !fields[1].matches("[0-9]{1,7}") || !fields[2].matches("[0-9]{1,7}")) {
                    throw new IllegalArgumentException("line " + (i + 1)
                            + ": expected a type, recall and precision in parts per million, with tabs");
                }
                floors.byEntity.put(fields[0], new Floor(Long.parseLong(fields[1]), Long.parseLong(fields[2])));
            }
        }
        return floors;
    }

    /** What falls below, a sentence each; empty if all is well. A type that is no longer measured falls below. */
    public List<String> brokenBy(Figures figures) {
        Map<String, Figure> measured = new TreeMap<>();
        figures.byEntity().forEach(figure -> measured.put(figure.entity(), figure));
        List<String> broken = new ArrayList<>();
        byEntity.forEach((entity, floor) -> {
            Figure figure = measured.getOrDefault(entity, new Figure(entity, "", 0, 0, 0));
            compare(entity + ": recall", figure.recallPpm(), floor.recallPpm, broken);
            compare(entity + ": precision", figure.precisionPpm(), floor.precisionPpm, broken);
        });
        return broken;
    }

    private static void compare(String what, long ppm, long floorPpm, List<String> broken) {
        if (floorPpm > 0 && ppm < floorPpm) {
            broken.add(
                    what + " is " + (ppm < 0 ? "not measured" : ppm + " ppm") + ", the floor is " + floorPpm + " ppm");
        }
    }

    /** These floors, each raised to what the figures reach; types they measure and this does not know come in. */
    public String raisedTo(Figures figures) {
        Map<String, Floor> raised = new TreeMap<>(byEntity);
        for (Figure figure : figures.byEntity()) {
            if (figure.hasRecall()) {
                Floor old = byEntity.getOrDefault(figure.entity(), new Floor(0, 0));
                raised.put(
                        figure.entity(),
                        new Floor(
                                Math.max(old.recallPpm, figure.recallPpm()),
                                Math.max(old.precisionPpm, figure.precisionPpm())));
            }
        }
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        raised.forEach((entity, floor) -> text.append(entity)
                .append('\t')
                .append(floor.recallPpm)
                .append('\t')
                .append(floor.precisionPpm)
                .append('\n'));
        return text.toString();
    }
}
