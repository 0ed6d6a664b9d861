package dev.assay.detect.pii;

import dev.assay.detect.Check;
import dev.assay.detect.CheckProvider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The checks of this package. None takes arguments. */
public final class PiiCheckProvider implements CheckProvider {
    /** For {@link java.util.ServiceLoader}. */
    public PiiCheckProvider() {}

    @Override
    public Map<String, Function<List<String>, Check>> checks() {
        Map<String, Function<List<String>, Check>> checks = new TreeMap<>();
        PersonalChecks.all()
                .forEach((name, check) -> checks.put(name, arguments -> withoutArguments(name, check, arguments)));
        // Hardware addresses are judged where network addresses are; the name stays a validator's.
        checks.remove("mac");
        return checks;
    }

    private static Check withoutArguments(String name, Check check, List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new IllegalArgumentException(
                    "The check `" + name + "` takes no arguments, but was given " + arguments + ".");
        }
        return check;
    }
}
