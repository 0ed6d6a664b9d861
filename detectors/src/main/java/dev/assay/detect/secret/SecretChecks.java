package dev.assay.detect.secret;

import dev.assay.detect.Check;
import dev.assay.detect.CheckProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The checks of secrets, by the names the catalogue calls them. */
public final class SecretChecks implements CheckProvider {
    @Override
    public Map<String, Function<List<String>, Check>> checks() {
        return Map.ofEntries(
                Map.entry(
                        "random",
                        arguments ->
                                Tokens.random(number("random", arguments, 0, 2), number("random", arguments, 1, 2))),
                Map.entry(
                        "random-standalone",
                        arguments -> Tokens.standalone(
                                number("random-standalone", arguments, 0, 2),
                                number("random-standalone", arguments, 1, 2))),
                Map.entry(
                        "random-mixed",
                        arguments -> Tokens.mixed(
                                number("random-mixed", arguments, 0, 2), number("random-mixed", arguments, 1, 2))),
                Map.entry(
                        "random-holding",
                        arguments -> Tokens.holding(
                                number("random-holding", arguments, 0, 3),
                                number("random-holding", arguments, 1, 3),
                                word("random-holding", arguments, 2, 3))),
                Map.entry(
                        "random-near",
                        arguments -> Tokens.near(
                                number("random-near", arguments, 0, 3),
                                number("random-near", arguments, 1, 3),
                                word("random-near", arguments, 2, 3))),
                Map.entry(
                        "unpublished-key",
                        arguments -> Tokens.unpublished(
                                number("unpublished-key", arguments, 0, 2),
                                number("unpublished-key", arguments, 1, 2))),
                Map.entry("published-key", plain("published-key", Tokens::published)),
                Map.entry("secret-word", plain("secret-word", Tokens::any)),
                Map.entry("base62-crc32", plain("base62-crc32", IssuerChecksums::base62Crc)),
                Map.entry("gitlab-routable", plain("gitlab-routable", IssuerChecksums::gitlabRoutable)),
                Map.entry("grafana-crc32", plain("grafana-crc32", IssuerChecksums::grafana)),
                Map.entry("bech32-key", arguments -> IssuerChecksums.bech32(word("bech32-key", arguments, 0, 1))),
                Map.entry("json-web-token", plain("json-web-token", JsonWebTokens::token)),
                Map.entry("wrapped-json-web-token", plain("wrapped-json-web-token", JsonWebTokens::wrappedToken)),
                Map.entry("aws-access-key-id", plain("aws-access-key-id", AwsKeys::accessKeyId)),
                Map.entry("aws-secret-access-key", plain("aws-secret-access-key", AwsKeys::secretAccessKey)),
                Map.entry("armoured-private-key", plain("armoured-private-key", PrivateKeys::armoured)),
                Map.entry("json-web-key", plain("json-web-key", PrivateKeys::jsonWebKey)),
                Map.entry("basic-credentials", plain("basic-credentials", HttpCredentials::basic)),
                Map.entry(
                        "header-token",
                        arguments -> HttpCredentials.headerToken(number("header-token", arguments, 0, 1))),
                Map.entry("curl-user", plain("curl-user", HttpCredentials::curlUser)),
                Map.entry(
                        "assigned-token",
                        arguments -> AssignedSecrets.token(number("assigned-token", arguments, 0, 1))),
                Map.entry("assigned-password", plain("assigned-password", AssignedSecrets::password)),
                Map.entry("named-password", plain("named-password", AssignedSecrets::namedPassword)),
                Map.entry("spoken-password", plain("spoken-password", AssignedSecrets::spokenPassword)));
    }

    private static Function<List<String>, Check> plain(String name, Check check) {
        return arguments -> {
            if (!arguments.isEmpty()) {
                throw new IllegalArgumentException("The check `" + name + "` takes no argument, but has "
                        + arguments.size() + ": write `check: " + name + "`.");
            }
            return check;
        };
    }

    private static String word(String name, List<String> arguments, int index, int count) {
        if (arguments.size() != count) {
            throw new IllegalArgumentException("The check `" + name + "` takes " + count + " argument"
                    + (count == 1 ? "" : "s") + ", but has " + arguments.size() + ".");
        }
        return arguments.get(index).trim().toLowerCase(Locale.ROOT);
    }

    private static int number(String name, List<String> arguments, int index, int count) {
        String text = word(name, arguments, index, count);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "Argument " + (index + 1) + " of the check `" + name + "` is a whole number, not `" + text + "`.",
                    notANumber);
        }
    }
}
