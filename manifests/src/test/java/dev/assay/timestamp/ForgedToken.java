package dev.assay.timestamp;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An authority made by hand, past the checks of libraries that would refuse to stamp like this. */
public final class ForgedToken {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-12-31T00:00:00Z");

    private final KeyPair keys;
    private final X509CertificateHolder certificate;

    private ForgedToken(KeyPair keys, X509CertificateHolder certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** With a certificate for 2026 that names these uses, or none. */
    public static ForgedToken authority(boolean critical, KeyPurposeId... uses) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Invented authority");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.ONE, Date.from(FROM), Date.from(UNTIL), name, keys.getPublic());
        if (uses.length > 0) {
            builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(uses));
        }
        return new ForgedToken(
                keys, builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    /** As a machine that trusts it has it. */
    public TimestampAuthorities trusted() throws Exception {
        X509Certificate own = new JcaX509CertificateConverter().getCertificate(certificate);
        return new TimestampAuthorities(List.of(own));
    }

    /** A token over a message, said to be of some time. */
    public byte[] stamp(byte[] message, Instant time, String signature) throws Exception {
        byte[] imprint = MessageDigest.getInstance("SHA-256").digest(message);
        return stamp(imprint, NISTObjectIdentifiers.id_sha256, time, signature);
    }

    byte[] stamp(byte[] imprint, ASN1ObjectIdentifier digest, Instant time, String signature) throws Exception {
        TSTInfo info = new TSTInfo(
                new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.1"),
                new MessageImprint(new AlgorithmIdentifier(digest), imprint),
                new ASN1Integer(1),
                new ASN1GeneralizedTime(Date.from(time)),
                null,
                null,
                null,
                null,
                null);
        byte[] certificateDigest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(certificateDigest)}))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()), certificate));
        generator.addCertificate(certificate);
        return generator
                .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded()), true)
                .getEncoded();
    }
}
