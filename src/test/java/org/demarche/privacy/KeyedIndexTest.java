package org.demarche.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.HkdfPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class KeyedIndexTest {

    /** An installation's indexes were made by Tink: they must still be found. */
    @ParameterizedTest
    @ValueSource(strings = {"", "hana.mori@example.org", "山田太郎"})
    void givesWhatTinkGives(String value) throws Exception {
        PrfConfig.register();
        for (var salt : new Bytes[] {null, Bytes.copyFrom(new byte[] {1, 2, 3})}) {
            var parameters =
                    HkdfPrfParameters.builder().setKeySizeBytes(32).setHashType(HkdfPrfParameters.HashType.SHA256);
            var keyset = KeysetHandle.generateNew(
                    salt == null ? parameters.build() : parameters.setSalt(salt).build());
            var bytes = value.getBytes(StandardCharsets.UTF_8);
            assertThat(new KeyedIndex(keyset).of(bytes))
                    .isEqualTo(keyset.getPrimitive(RegistryConfiguration.get(), PrfSet.class)
                            .computePrimary(bytes, 32));
        }
    }
}
