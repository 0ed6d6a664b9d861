package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.List;

/**
 * The program and the rules that made the record.
 *
 * @param name of the program
 * @param version its release
 * @param artifactSha256 digest of its build
 * @param ruleSetSha256 digest of every rule and its data
 * @param profile name of the set of detectors in force
 * @param normalisation what is done to text before detection, such as {@code none}
 * @param detectors sorted by id
 */
public record Scanner(
        String name,
        String version,
        String artifactSha256,
        String ruleSetSha256,
        String profile,
        String normalisation,
        List<DetectorInfo> detectors) {
    public Scanner {
        Require.text(name, "scanner.name");
        Require.text(version, "scanner.version");
        DigestField.require(artifactSha256, "scanner.artifactSha256");
        DigestField.require(ruleSetSha256, "scanner.ruleSetSha256");
        detectors = Order.sorted(detectors, Order.by(DetectorInfo::id), "scanner.detectors");
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("name", name)
                .put("version", version)
                .put("artifactSha256", artifactSha256)
                .put("ruleSetSha256", ruleSetSha256)
                .put("profile", profile)
                .put("normalisation", normalisation)
                .put("detectors", detectors.stream().map(DetectorInfo::toJson).toList())
                .build();
    }

    static Scanner fromJson(JsonObject json) {
        return new Scanner(
                json.string("name"),
                json.string("version"),
                json.string("artifactSha256"),
                json.string("ruleSetSha256"),
                json.string("profile"),
                json.string("normalisation"),
                json.array("detectors").objects(DetectorInfo::fromJson));
    }
}
