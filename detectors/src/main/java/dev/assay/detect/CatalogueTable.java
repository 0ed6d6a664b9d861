package dev.assay.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Detectors as tables in Markdown: one row for each entity type, with the tools that detect it too. */
public final class CatalogueTable {
    /** Other tools by the name the catalogue gives them, in the order of the columns. */
    private static final Map<String, String> PEERS = new LinkedHashMap<>();

    static {
        PEERS.put("presidio", "Presidio");
        PEERS.put("comprehend", "Comprehend");
        PEERS.put("google", "Google");
        PEERS.put("macie", "Macie");
        PEERS.put("phileas", "Phileas");
        PEERS.put("gitleaks", "gitleaks");
        PEERS.put("ferret", "ferret-scan");
        PEERS.put("stdnum", "python-stdnum");
    }

    private CatalogueTable() {}

    /** All detectors of one type, taken together. */
    private static final class Type {
        private final SortedSet<String> classes = new TreeSet<>();
        private final SortedSet<String> regions = new TreeSet<>();
        private final SortedSet<String> checks = new TreeSet<>();
        private final SortedSet<String> peers = new TreeSet<>();
        private int detectors;
        private boolean standsAlone;

        void add(Detector detector) {
            detectors++;
            classes.add(detector.dataClass().label());
            String region = detector.region();
            if (region != null) {
                regions.add(region);
            }
            String check = detector.check();
            if (check != null) {
                checks.add(check.replaceFirst("[(].*", ""));
            }
            standsAlone |= !detector.needsEvidence();
            peers.addAll(detector.peers());
        }

        String how() {
            String judged = checks.isEmpty() ? "form" : String.join(", ", checks);
            return standsAlone ? judged : judged + "; by context or column";
        }
    }

    /** Every entity type: kind of data, country, how it is judged, and who else has it. */
    public static String types(List<Detector> detectors) {
        StringBuilder table = new StringBuilder("| Type | Kind | Country | Judged by | Detectors |");
        PEERS.values().forEach(peer -> table.append(' ').append(peer).append(" |"));
        table.append("\n|---|---|---|---|--:|")
                .append(":-:|".repeat(PEERS.size()))
                .append('\n');
        byType(detectors).forEach((name, type) -> {
            table.append("| `").append(name).append("` | ").append(String.join(", ", type.classes));
            table.append(" | ")
                    .append(String.join(", ", type.regions))
                    .append(" | ")
                    .append(type.how());
            table.append(" | ").append(type.detectors).append(" |");
            PEERS.keySet().forEach(peer -> table.append(type.peers.contains(peer) ? " yes |" : " |"));
            table.append('\n');
        });
        return table.toString();
    }

    /** How many types of each kind of data there are, and how many of them each other tool has. */
    public static String summary(List<Detector> detectors) {
        SortedMap<String, Map<String, Integer>> counts = new TreeMap<>();
        byType(detectors).values().forEach(type -> {
            for (String row : List.of(type.classes.first(), "~")) {
                Map<String, Integer> count = counts.computeIfAbsent(row, unused -> new TreeMap<>());
                count.merge("", 1, Integer::sum);
                type.peers.forEach(peer -> count.merge(peer, 1, Integer::sum));
            }
        });
        StringBuilder table = new StringBuilder("| Kind of data | Assay |");
        PEERS.values().forEach(peer -> table.append(' ').append(peer).append(" |"));
        table.append("\n|---|--:|").append("--:|".repeat(PEERS.size())).append('\n');
        counts.forEach((row, count) -> {
            table.append("| ").append(row.equals("~") ? "all types" : row);
            table.append(" | ").append(count.getOrDefault("", 0)).append(" |");
            PEERS.keySet()
                    .forEach(peer -> table.append(' ')
                            .append(count.getOrDefault(peer, 0))
                            .append(" |"));
            table.append('\n');
        });
        return table.toString();
    }

    private static SortedMap<String, Type> byType(List<Detector> detectors) {
        SortedMap<String, Type> types = new TreeMap<>();
        detectors.forEach(detector ->
                types.computeIfAbsent(detector.entity(), unused -> new Type()).add(detector));
        return types;
    }

    /** The names the catalogue may give to other tools. */
    static List<String> peers() {
        return List.copyOf(PEERS.keySet());
    }
}
