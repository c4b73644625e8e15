package org.demarche.common.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class SecretFilesTest {

    @Test
    void aFileStandsForItsSettingWithoutTheLineEnd(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("smtp"), "smtp://relay.example.org\n");
        assertThat(SecretFiles.read(Map.of(
                        "DEMARCHE_SMTP_URL_FILE", file.toString(),
                        "QUARKUS_DATASOURCE_PASSWORD_FILE", file.toString(),
                        "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", file.toString(),
                        "DEMARCHE_LETTERS", "letters")))
                .containsOnlyKeys("DEMARCHE_SMTP_URL", "QUARKUS_DATASOURCE_PASSWORD")
                .containsValue("smtp://relay.example.org");
    }

    @Test
    void aMissingSecretStopsTheStartAndNamesItsSetting() {
        assertThatThrownBy(() -> SecretFiles.read(Map.of("DEMARCHE_API_TOKENS_FILE", "/nowhere/tokens")))
                .hasMessageContaining("DEMARCHE_API_TOKENS_FILE");
    }
}
