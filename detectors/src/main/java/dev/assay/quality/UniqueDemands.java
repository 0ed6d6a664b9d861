package dev.assay.quality;

import dev.assay.config.Policy;
import dev.assay.config.Rule;
import dev.assay.config.UniqueCondition;
import dev.assay.json.Sha256;
import dev.assay.summary.SuppressionKey;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a policy wants to hold no value twice, and the key their values are digested with. Columns that it does not
 * name cost nothing. Immutable, for any number of threads.
 */
public final class UniqueDemands {
    /** Nothing is demanded. */
    public static final UniqueDemands NONE = new UniqueDemands(List.of(), null);

    private static final String PURPOSE = "assay unique values";

    private final List<UniqueCondition> conditions;
    private final @Nullable SuppressionKey key;

    private UniqueDemands(List<UniqueCondition> conditions, @Nullable SuppressionKey key) {
        this.conditions = conditions;
        this.key = key;
    }

    /**
     * The demands of a policy's rules.
     *
     * @param key of the workspace; asked for only if there is a demand
     */
    public static UniqueDemands of(Policy policy, Supplier<SuppressionKey> key) {
        List<UniqueCondition> conditions = policy.rules().stream()
                .map(Rule::condition)
                .filter(UniqueCondition.class::isInstance)
                .map(UniqueCondition.class::cast)
                .toList();
        return conditions.isEmpty() ? NONE : new UniqueDemands(conditions, key.get());
    }

    /** One digest over all of it, the key's public name included; part of what a scan's summaries depend on. */
    String sha256() {
        String demands = conditions.stream()
                .map(condition -> condition.toJson().canonical())
                .collect(Collectors.joining("\n"));
        return Sha256.hex(demands + '\n' + (key == null ? "" : key.id()));
    }

    /** How many different values of a column are held; empty if nothing is demanded of it. */
    OptionalInt limit(String column) {
        return conditions.stream()
                .filter(condition -> condition.columns().stream().anyMatch(glob -> glob.matches(column)))
                .mapToInt(UniqueCondition::mostValues)
                .max();
    }

    /** A digester for one thread. */
    Mac mac() {
        if (key == null) {
            throw new IllegalStateException("Nothing is demanded, so nothing is digested.");
        }
        return key.mac(PURPOSE);
    }
}
