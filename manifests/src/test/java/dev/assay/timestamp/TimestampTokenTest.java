package dev.assay.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.statement.StatementException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimestampTokenTest {
    private static final byte[] MESSAGE = "a signature".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ECDSA = "SHA256withECDSA";

    private ForgedToken authority;

    @BeforeEach
    void found() throws Exception {
        authority = ForgedToken.authority(true, KeyPurposeId.id_kp_timeStamping);
    }

    private static Instant verify(byte[] token, byte[] message, ForgedToken trusted) throws Exception {
        return TimestampToken.parse(token).verify(message, trusted.trusted());
    }

    private static void refused(String why, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(StatementException.class).hasMessageContaining(why);
    }

    @Test
    void saysWhenTheMessageExisted() throws Exception {
        assertThat(verify(authority.stamp(MESSAGE, NOON, ECDSA), MESSAGE, authority))
                .isEqualTo(NOON);
    }

    @Test
    void refusesTheTokenOfAnotherSignature() throws Exception {
        byte[] token = authority.stamp(MESSAGE, NOON, ECDSA);
        refused("over another signature", () -> verify(token, new byte[] {1}, authority));
    }

    @Test
    void refusesAnAuthorityThatIsNotTrusted() throws Exception {
        byte[] token = authority.stamp(MESSAGE, NOON, ECDSA);
        ForgedToken another = ForgedToken.authority(true, KeyPurposeId.id_kp_timeStamping);
        refused("by an authority that is not trusted", () -> verify(token, MESSAGE, another));
        refused(
                "by an authority that is not trusted",
                () -> TimestampToken.parse(token).verify(MESSAGE, TimestampAuthorities.NONE));
    }

    @Test
    void refusesACertificateForOtherUses() throws Exception {
        for (ForgedToken other : new ForgedToken[] {
            ForgedToken.authority(true, KeyPurposeId.id_kp_codeSigning),
            ForgedToken.authority(true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning),
            ForgedToken.authority(false, KeyPurposeId.id_kp_timeStamping),
            ForgedToken.authority(false)
        }) {
            byte[] token = other.stamp(MESSAGE, NOON, ECDSA);
            refused("does not hold", () -> verify(token, MESSAGE, other));
        }
    }

    @Test
    void refusesACertificateOutsideItsDays() throws Exception {
        for (String time : new String[] {"2025-12-31T23:59:59Z", "2026-12-31T00:00:01Z"}) {
            byte[] token = authority.stamp(MESSAGE, Instant.parse(time), ECDSA);
            refused("does not hold", () -> verify(token, MESSAGE, authority));
        }
    }

    @Test
    void refusesWeakDigests() throws Exception {
        byte[] token = authority.stamp(MESSAGE, NOON, "SHA1withECDSA");
        refused("a digest that is not believed", () -> verify(token, MESSAGE, authority));
        byte[] imprint = MessageDigest.getInstance("SHA-1").digest(MESSAGE);
        byte[] short1 = authority.stamp(imprint, OIWObjectIdentifiers.idSHA1, NOON, ECDSA);
        refused("another digest than SHA-256", () -> verify(short1, MESSAGE, authority));
    }

    /** Parts of a token are not signed, such as the certificates sent along; no flip makes it say anything else. */
    @Test
    void noFlippedByteMakesItSayAnythingElse() throws Exception {
        byte[] token = authority.stamp(MESSAGE, NOON, ECDSA);
        int refused = 0;
        for (int at = 0; at < token.length; at++) {
            byte[] flipped = token.clone();
            flipped[at] ^= 1;
            try {
                assertThat(verify(flipped, MESSAGE, authority)).as("byte " + at).isEqualTo(NOON);
            } catch (StatementException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(token.length / 2);
    }

    @Test
    void refusesWhatIsNoToken() throws Exception {
        byte[] token = authority.stamp(MESSAGE, NOON, ECDSA);
        for (int length = 0; length < token.length; length += 7) {
            byte[] cut = Arrays.copyOf(token, length);
            assertThatThrownBy(() -> verify(cut, MESSAGE, authority)).isInstanceOf(StatementException.class);
        }
        byte[] longer = Arrays.copyOf(token, token.length + 1);
        refused("no RFC 3161 token", () -> TimestampToken.parse(longer));
        refused("no RFC 3161 token", () -> TimestampToken.parse("{}".getBytes(StandardCharsets.UTF_8)));
    }
}
