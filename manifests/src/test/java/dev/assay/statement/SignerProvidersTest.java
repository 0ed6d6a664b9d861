package dev.assay.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignerProvidersTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("INVENTED_TOKEN", "x");

    private static Signer open(String name) {
        return SignerProviders.open(name, ENVIRONMENT).orElseThrow();
    }

    @Nested
    class OnP256 extends SignerContract {
        @Override
        Signer signer() {
            return open("invented-kms:curve");
        }
    }

    @Nested
    class OnEd25519 extends SignerContract {
        @Override
        Signer signer() {
            return open("invented-kms:edwards");
        }
    }

    @Nested
    class InMemory extends SignerContract {
        private final SigningKey key = SigningKey.generate(KeyAlgorithm.ECDSA_P256);

        @Override
        Signer signer() {
            return key;
        }
    }

    @Test
    void leavesOtherNamesToOthers() {
        assertThat(SignerProviders.open("ada.pem", ENVIRONMENT)).isEmpty();
        assertThat(SignerProviders.open("c:\\ada.pem", ENVIRONMENT)).isEmpty();
        assertThat(SignerProviders.open("pkcs11:#ada", ENVIRONMENT)).isEmpty();
        assertThat(SignerProviders.open("another-kms:ada", ENVIRONMENT)).isEmpty();
    }

    @Test
    void handsOnWhatTheProviderSays() {
        assertThatThrownBy(() -> open("invented-kms:none")).hasMessage("There is no key none.");
        assertThatThrownBy(() -> SignerProviders.open("invented-kms:curve", Map.of()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("INVENTED_TOKEN");
    }

    @Test
    void usesNoSignatureThatItsKeyDoesNotVerify() {
        Signer liar = open("invented-kms:liar");

        assertThatThrownBy(() -> liar.sign(new byte[] {1}))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("made a signature that its own public key")
                .hasMessageContaining("nothing was signed");
    }
}
