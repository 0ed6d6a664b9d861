package dev.assay.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.config.CommitDemand;
import dev.assay.config.CommitSigning;
import dev.assay.config.Policy;
import dev.assay.config.TimestampDemand;
import dev.assay.ledger.ExampleLedger;
import dev.assay.ledger.LedgerException;
import dev.assay.manifest.ExampleRecords;
import dev.assay.manifest.FileListing;
import dev.assay.statement.KeyAlgorithm;
import dev.assay.statement.Role;
import dev.assay.statement.SigningKey;
import dev.assay.statement.TrustedKey;
import dev.assay.timestamp.ForgedToken;
import dev.assay.timestamp.TimestampAuthorities;
import dev.assay.timestamp.TimestampException;
import dev.assay.timestamp.Timestamper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timestamps of statements, as the gate sees them. */
class TimestampsTest {
    private static final FileListing FEWER = new FileListing(List.of(ExampleRecords.file("letters/a.jsonl", "ash")));

    @TempDir
    Path directory;

    private ForgedToken authority;

    @BeforeEach
    void found() throws Exception {
        authority = ForgedToken.authority(true, KeyPurposeId.id_kp_timeStamping);
    }

    /** Stamps as if it were so much later than the statements say. */
    private Timestamper late(Duration later) {
        Instant time = ExampleLedger.NOON.plus(later);
        return message -> {
            try {
                return authority.stamp(message, time, "SHA256withECDSA");
            } catch (Exception trouble) {
                throw new IllegalStateException(trouble);
            }
        };
    }

    private ExampleLedger ledger(@Nullable Timestamper timestamper) {
        return new ExampleLedger(
                directory.resolve("m.git"),
                SigningKey.generate(KeyAlgorithm.ECDSA_P256),
                CommitSigning.OFF,
                timestamper);
    }

    private static GateCheck check(ExampleLedger example, TimestampAuthorities trusted, TimestampDemand demand) {
        TrustAnchors anchors =
                new TrustAnchors(Set.of(), null, CommitDemand.ANY, new TrustAnchors.Timestamps(trusted, demand), null);
        GateRequest request =
                new GateRequest(ExampleRecords.ID, null, Policy.builtIn(), anchors, IntendedUse.UNSAID, BytesMode.FULL);
        return Gate.verify(request, example.ledger, (expected, mode) -> Map.of(), example.clock).checks().stream()
                .filter(found -> found.name().equals(TimestampCheck.NAME))
                .findFirst()
                .orElseThrow();
    }

    private GateCheck check(ExampleLedger example) throws Exception {
        return check(example, authority.trusted(), TimestampDemand.REQUIRED);
    }

    private static void refused(GateCheck check, String why) {
        assertThat(check.state()).as(check.detail()).isEqualTo(GateCheck.State.FAILED);
        assertThat(check.exit()).isEqualTo(ExitCode.INTEGRITY);
        assertThat(check.detail()).contains(why);
    }

    private static String path(ExampleLedger example, int statement) {
        String sha256 = example.ledger
                .latest(ExampleRecords.ID)
                .orElseThrow()
                .bundle()
                .digests()
                .get(statement);
        return "timestamps/" + sha256.substring(0, 2) + "/" + sha256 + ".tst";
    }

    @Test
    void believesThemAndSaysWhatItChecked() throws Exception {
        try (ExampleLedger example = ledger(late(Duration.ofSeconds(2)))) {
            example.publish(example.scan(FEWER, 0));

            GateCheck check = check(example);
            assertThat(check.state()).as(check.detail()).isEqualTo(GateCheck.State.PASSED);
            assertThat(check.detail()).contains("2 of 2 statements timestamped, each over its signature");
            GateCheck nobody = check(example, TimestampAuthorities.NONE, TimestampDemand.IF_PRESENT);
            assertThat(nobody.state()).isEqualTo(GateCheck.State.PASSED);
            assertThat(nobody.detail()).contains("not checked, because no authority is named");
        }
    }

    @Test
    void missesThemOnlyWhereTheyAreRequired() throws Exception {
        try (ExampleLedger example = ledger(null)) {
            example.publish(example.scan(FEWER, 0));

            refused(check(example), "statement 1: it has no timestamp; statement 2: it has no timestamp");
            assertThat(check(example, authority.trusted(), TimestampDemand.IF_PRESENT)
                            .detail())
                    .isEqualTo("0 of 2 statements timestamped.");
        }
    }

    @Test
    void refusesThoseOfAnAuthorityThatIsNotTrusted() throws Exception {
        try (ExampleLedger example = ledger(late(Duration.ZERO))) {
            example.publish(example.scan(FEWER, 0));
            ForgedToken another = ForgedToken.authority(true, KeyPurposeId.id_kp_timeStamping);

            refused(
                    check(example, another.trusted(), TimestampDemand.IF_PRESENT),
                    "by an authority that is not trusted");
        }
    }

    @Test
    void refusesExchangedAndDamagedOnes() throws Exception {
        try (ExampleLedger example = ledger(late(Duration.ZERO))) {
            example.publish(example.scan(FEWER, 0));
            byte[] first = example.read(path(example, 0));
            example.overwrite(path(example, 0), example.read(path(example, 1)));
            refused(check(example), "statement 1: its timestamp is over another signature");

            byte[] flipped = first.clone();
            flipped[first.length - 20] ^= 1; // in the signature, behind which only ends of lengths follow
            example.overwrite(path(example, 0), flipped);
            refused(check(example), "statement 1: its timestamp does not hold");
            example.overwrite(path(example, 0), first);
            assertThat(check(example).holds()).isTrue();
        }
    }

    @Test
    void refusesAStatementDatedBack() throws Exception {
        try (ExampleLedger example = ledger(late(Duration.ofDays(30)))) {
            example.publish(example.scan(FEWER, 0));

            refused(check(example), "it says 2026-03-01T12:00:00Z, its timestamp 2026-03-31T12:00:00Z");
        }
    }

    @Test
    void refusesAKeyThatNoLongerCountedAtTheTimeOfTheStamp() throws Exception {
        try (ExampleLedger example = ledger(late(Duration.ofHours(23)))) {
            Set<Role> all = Set.of(Role.SCANNER, Role.GATE, Role.OWNER);
            example.trust(
                    new TrustedKey("first", all, example.key.key(), List.of(), null, LocalDate.parse("2026-03-01")));
            example.publish(example.scan(FEWER, 0));

            refused(
                    check(example),
                    "no key that counted at the time of its timestamp, 2026-03-02T11:00:00Z, signed it");
        }
    }

    @Test
    void recordsNothingWithoutTheTimestampThatIsAskedFor() {
        assertThatThrownBy(() -> ledger(message -> {
                    throw new TimestampException("The authority sleeps.");
                }))
                .isInstanceOf(LedgerException.class)
                .hasMessage("Nothing was recorded. The authority sleeps.");
    }
}
