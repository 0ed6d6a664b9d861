package dev.assay.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.ConfigException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolesTest {
    private final VerifyingKey one =
            SigningKey.generate(KeyAlgorithm.ECDSA_P256).key();
    private final VerifyingKey two = SigningKey.generate(KeyAlgorithm.ED25519).key();
    private final Roles roles = new Roles(List.of(
            new TrustedKey("The scanner's key", Set.of(Role.SCANNER), one),
            new TrustedKey("gate: \"night\"", Set.of(Role.GATE, Role.SCANNER), two)));

    @Test
    void readsWhatItWrites() {
        assertThat(Roles.parse(roles.fileBytes())).isEqualTo(roles);
        assertThat(Roles.parse(roles.fileBytes()).fileBytes()).isEqualTo(roles.fileBytes());
    }

    @Test
    void knowsWhoMaySignWhat() {
        assertThat(roles.holding(Role.GATE)).containsExactly(two);
        assertThat(roles.holding(Role.SCANNER)).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void refusesAFingerprintOfAnotherKey() {
        String text =
                new String(roles.fileBytes(), StandardCharsets.UTF_8).replace(one.fingerprint(), two.fingerprint());

        assertThatThrownBy(() -> Roles.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("trust/roles.yaml")
                .hasMessageContaining("is not that of the public key");
    }

    @Test
    void refusesUnknownRoles() {
        String text = new String(roles.fileBytes(), StandardCharsets.UTF_8).replace("[scanner]", "[king]");

        assertThatThrownBy(() -> Roles.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("king");
    }

    @Test
    void refusesTheSameKeyTwice() {
        assertThatThrownBy(() -> new Roles(List.of(
                        new TrustedKey("a", Set.of(Role.SCANNER), one), new TrustedKey("b", Set.of(Role.GATE), one))))
                .hasMessageContaining("twice");
    }
}
