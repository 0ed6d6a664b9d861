package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguageTest {
    private final TextLanguage languages = new TextLanguage();

    private String of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return languages.of(utf8, 0, utf8.length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The parcel was left with the neighbours on the second floor.     | en
            Das Paket wurde nicht bei den Nachbarn abgegeben, und es fehlt.  | de
            Le colis a été remis aux voisins du deuxième étage pour vous.    | fr
            El paquete se entregó a los vecinos del segundo piso por la tarde.| es
            A encomenda foi entregue aos vizinhos do segundo andar, mas não a mim. | pt
            Посылку оставили у соседей на втором этаже.                      | und-Cyrl
            Το δέμα έμεινε στους γείτονες του δεύτερου ορόφου.               | el
            包裹放在二楼邻居家里了，请尽快来取。                                  | zh
            荷物は二階の隣の人に預けましたので、取りに来てください。              | ja
            소포는 이층 이웃에게 맡겨 두었으니 찾아가세요.                       | ko
            ترك الطرد عند الجيران في الطابق الثاني                            | und-Arab
            พัสดุอยู่กับเพื่อนบ้านชั้นสอง                                      | th
            Wren Finch Ltd., Larkletter Road                                 | und
            GET /api/v2/items?page=4&size=100 HTTP/1.1                       | und
            12:04:55.120 4711 0.25 100 % 99/100 17.5 +49 30                  | ''
            Thank you all                                                    | ''
            """)
    void tellsBySignsInTheText(String text, String tag) {
        assertThat(of(text)).isEqualTo(tag);
    }

    @Test
    void bytesThatAreNoTextHarmNothing() {
        byte[] torn = new byte[64];
        Arrays.fill(torn, (byte) 0xE4);
        assertThat(languages.of(torn, 0, torn.length)).isEmpty();
        byte[] half = "包裹放在二楼邻居家里了".getBytes(StandardCharsets.UTF_8);
        assertThat(languages.of(half, 1, half.length - 1)).isEqualTo("zh");
    }

    @Test
    void looksAtTheBeginningOnly() {
        String english = "The parcel was left with the neighbours. ".repeat(13);
        assertThat(english.length()).isGreaterThan(TextLanguage.BYTES);
        assertThat(of(english + "Посылку оставили у соседей. ".repeat(100))).isEqualTo("en");
    }

    @Test
    void knowsWhichLanguagesNamesAreFoundIn() {
        assertThat(TextLanguage.withNames()).containsExactly("de", "en", "es", "fr", "pt");
    }
}
