package dev.assay.rights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceIdsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPDX-License-Identifier: MIT                                 | ''              | MIT",
                "licensed under the Apache License                            | ', Version 2.0 ' | Apache-2.0",
                "licensed under the Apache License                            | ' terms'        | ''",
                "Licensed under the MIT license                               | ''              | MIT",
                "Permission is hereby granted, free of charge, to any person  | ' obtaining'    | MIT",
                "under the terms of the GNU General Public License            | ' as published' | ''",
                "This work is licensed under CC BY-SA 4.0                     | '.'             | CC-BY-SA-4.0",
                "this page is licensed under a CC0                            | ''              | CC0-1.0",
            })
    void readsMarkers(String marker, String further, String id) {
        assertThat(LicenceIds.marked(marker, further).orElse("")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cc-by-4.0                                              | CC-BY-4.0",
                "CC BY-SA 3.0                                           | CC-BY-SA-3.0",
                " MIT License                                           | MIT",
                "SPDX-License-Identifier: apache-2.0                    | Apache-2.0",
                "https://www.apache.org/licenses/LICENSE-2.0            | Apache-2.0",
                "https://creativecommons.org/licenses/by-sa/3.0/        | CC-BY-SA-3.0",
                "http://creativecommons.org/licenses/by/3.0/de/legalcode | CC-BY-3.0-DE",
                "https://creativecommons.org/licenses/by/4.0/legalcode  | CC-BY-4.0",
                "https://creativecommons.org/publicdomain/zero/1.0/     | CC0-1.0",
                "https://spdx.org/licenses/ODbL-1.0                     | ODbL-1.0",
                "https://creativecommons.org/licenses/by                | ''",
                "cc                                                     | ''",
                "BSD                                                    | ''",
                "as agreed                                              | ''",
                "''                                                     | ''",
            })
    void namesOnlyWhatIsCertain(String text, String id) {
        assertThat(LicenceIds.named(text).orElse("")).isEqualTo(id);
    }
}
