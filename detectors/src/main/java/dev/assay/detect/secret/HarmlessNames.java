package dev.assay.detect.secret;

import java.util.regex.Pattern;

/** Names that hold a secret's word and mean something else, such as {@code public_key} or {@code author}. */
final class HarmlessNames {
    private static final String[] NAMES = Pattern.compile("\\s+").split("""
accessib accessid accesslevel accesslog accessor accesstime accesstype apibase apigroup apihost apiid apijar
apiname apipath apiuri apiurl apiversion authentication-results authentik authmethod author authtype authuri
authurl bucketkey cachekey capital checksum commit continuationtoken credentialid credentialsid credentialsurl
credentialtype csrf donkey foreignkey groupkey hockey hotkey idxkey indexkey jockey jsonwebtoken keyalias
keyboard keycode keydown keyfile keyframe keyhash keyid keying keyleft keylength keymesh keyname keynote
keypair keypath keypress keyright keyring keyselector keysignature keysize keystone keystore keytab keytype
keyup keyusage keyvault keyword licensekeyurl maxtoken monkey naturalkey nexttoken numtoken objectkey
pagetoken partitionkey passwordenv passwordfield passwordfile passwordhash passwordhint passwordid
passwordlabel passwordlength passwordpolicy passwordreset passwordsecret passwordurl passwordvariable
primarykey pubkey publickey publictoken randomaccess rapid registry revision schemakey secretarn secretlength
secretname secretpath secretref secretsid secretsize sequencekey sortkey sourcekey therapi tokencount
tokenendpoint tokenfile tokenid tokeniz tokenlimit tokenname tokentype tokenuri tokenurl turkey version
whiskey withcredentials xsrf
""");

    private HarmlessNames() {}

    /** Whether the stretch holds one of them, in any case and with {@code _ . -} anywhere inside. */
    static boolean isOneOf(byte[] bytes, int start, int end) {
        for (String name : NAMES) {
            if (Ascii.containsSpread(bytes, start, end, name)) {
                return true;
            }
        }
        return false;
    }
}
