package dev.assay.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Signer} must do, wherever its key lies. */
abstract class SignerContract {
    private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

    /** The signer under test; each call may open it anew, always with the same key. */
    abstract Signer signer();

    @Test
    void signsWhatItsPublicKeyVerifies() {
        Signer signer = signer();
        byte[] signature = signer.sign(MESSAGE);

        assertThat(signer.key().verifies(MESSAGE, signature)).isTrue();
        assertThat(signer.key().verifies(new byte[0], signature)).isFalse();
    }

    @Test
    void signsMessagesOfAnyLength() {
        Signer signer = signer();
        for (int length : new int[] {0, 1, 64, 4096, 4097, 200_000}) {
            byte[] message = new byte[length];
            assertThat(signer.key().verifies(message, signer.sign(message)))
                    .as(length + " bytes")
                    .isTrue();
        }
    }

    @Test
    void leavesTheMessageAlone() {
        byte[] message = MESSAGE.clone();
        signer().sign(message);

        assertThat(message).isEqualTo(MESSAGE);
    }

    @Test
    void keepsItsKey() {
        assertThat(signer().key()).isEqualTo(signer().key());
        assertThat(VerifyingKey.fromPem(signer().key().toPem())).isEqualTo(signer().key());
    }

    @Test
    void signsEnvelopesAndCommits() {
        Signer signer = signer();
        Envelope envelope =
                Envelope.sign("text/plain", JsonObject.builder().build().canonicalBytes(), List.of(signer));

        assertThat(envelope.signedBy(List.of(signer.key()))).containsExactly(signer.key());
        assertThat(SshSignature.sign(SshSignature.GIT, MESSAGE, signer)
                        .verifies(signer.key(), SshSignature.GIT, MESSAGE))
                .isTrue();
    }
}
