package dev.assay.detect;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The checks of network addresses and e-mail. */
public final class CoreChecks implements CheckProvider {
    @Override
    public Map<String, Function<List<String>, Check>> checks() {
        return Map.of(
                "domain", args -> new DomainCheck(),
                "email", args -> new EmailCheck(),
                "ipv4", args -> new Ipv4Check(),
                "ipv6", args -> new Ipv6Check(),
                "mac", args -> new MacCheck(),
                "spelled-email", args -> new SpelledEmailCheck(),
                "url-with-credentials", args -> new UrlCredentialsCheck());
    }
}
