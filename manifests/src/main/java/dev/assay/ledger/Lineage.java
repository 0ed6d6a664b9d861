package dev.assay.ledger;

import dev.assay.json.JsonObject;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Upstream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which recorded versions were made from which, as the cards in their manifests declare it: a source names the manifests of
 * the datasets it was made from, or their locations, from which the first scan found them. What a card does not name is not known here. Immutable; holds names and digests alone.
 */
public final class Lineage {
    /** By manifest digest; by dataset, then by version. */
    private final Map<String, Node> nodes;

    private Lineage(Map<String, Node> nodes) {
        this.nodes = nodes;
    }

    /**
     * A dataset that a source was made from.
     *
     * @param source the id of the source
     * @param manifestSha256 as the card names it, or as the first scan found it by the location; empty if it is not known
     * @param location empty if the card names a manifest alone
     */
    public record Input(String source, Optional<String> manifestSha256, Optional<String> location) {}

    /**
     * One recorded version.
     *
     * @param name such as {@code support-chats@3}
     * @param inputs in the card's order
     */
    public record Node(String name, String manifestSha256, List<Input> inputs) {
        public Node {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Reads every manifest on record.
     *
     * @throws dev.assay.manifest.ManifestException if one cannot be read
     */
    public static Lineage of(Ledger ledger) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (String dataset : ledger.datasets()) {
            int newest = ledger.latest(dataset).map(StoredVersion::number).orElse(0);
            for (int number = 1; number <= newest; number++) {
                ledger.version(dataset, number)
                        .map(Lineage::node)
                        .ifPresent(node -> nodes.put(node.manifestSha256, node));
            }
        }
        return new Lineage(nodes);
    }

    private static Node node(StoredVersion version) {
        Manifest manifest = version.manifest();
        List<Upstream> pins = version.bundle().pins();
        List<Input> inputs = new ArrayList<>();
        for (JsonObject source : objects(manifest.facts().provenance().declared(), "sources")) {
            for (JsonObject upstream : objects(source, "upstream")) {
                String id = source.string("id");
                Optional<String> location = upstream.findString("location");
                Optional<String> pinned = pins.stream()
                        .filter(pin -> pin.isFor(id, location.orElse(null)))
                        .findFirst()
                        .flatMap(Upstream::pinned);
                inputs.add(new Input(id, upstream.findString("manifestSha256").or(() -> pinned), location));
            }
        }
        return new Node(manifest.name(), manifest.sha256(), inputs);
    }

    private static List<JsonObject> objects(JsonObject json, String key) {
        return json.find(key).map(list -> list.asArray().objects(one -> one)).orElse(List.of());
    }

    /** The version with a manifest; empty if it is not on record here. */
    public Optional<Node> find(String manifestSha256) {
        return Optional.ofNullable(nodes.get(manifestSha256));
    }

    /** The versions that name a manifest as an input; by dataset, then by version. */
    public List<Node> madeFrom(String manifestSha256) {
        return nodes.values().stream()
                .filter(node -> node.inputs.stream()
                        .anyMatch(input -> input.manifestSha256.equals(Optional.of(manifestSha256))))
                .toList();
    }
}
