import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.signature.Ed25519PrivateKey;
import com.google.crypto.tink.signature.SignatureConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.UUID;

/** Prints every secret of an installation as hex, to look for it elsewhere: SecretBytes <keys folder> <JDBC URL>. Trials only. */
@SuppressWarnings("deprecation")
class SecretBytes {

    public static void main(String[] words) throws Exception {
        AeadConfig.register();
        HybridConfig.register();
        SignatureConfig.register();
        var keys = Path.of(words[0]);
        var master = read(keys.resolve("master.json"));
        print("master key", ((AesGcmKey) master.getPrimary().getKey()).getKeyBytes().toByteArray(secret()));
        var ledger = (Ed25519PrivateKey) read(keys.resolve("ledger.json")).getPrimary().getKey();
        print("ledger key", ledger.getPrivateKeyBytes().toByteArray(secret()));
        try (var files = Files.newDirectoryStream(keys, "scope-*.json")) {
            for (var file : files) {
                var own = (AesGcmKey) read(file).getPrimary().getKey();
                print("own key of a scope", own.getKeyBytes().toByteArray(secret()));
            }
        }
        var aead = master.getPrimitive(RegistryConfiguration.get(), Aead.class);
        var scopes = new HashMap<String, HybridDecrypt>();
        try (var database = DriverManager.getConnection(words[1]);
                var statement = database.createStatement()) {
            var rows = statement.executeQuery("select name, private_keyset from vault_scope");
            while (rows.next()) {
                var name = rows.getString(1);
                var pair = TinkProtoKeysetFormat.parseEncryptedKeyset(
                        rows.getBytes(2), wrapping(keys, name, aead), name.getBytes(StandardCharsets.UTF_8));
                scopes.put(name, pair.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class));
                var key = (HpkePrivateKey) pair.getPrimary().getKey();
                print("scope key " + name, key.getPrivateKeyBytes().toByteArray(secret()));
            }
            rows = statement.executeQuery("select id, scope, sealed_key,"
                    + " extract(epoch from now() - created_at) > 90 from vault_data_key");
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                var keyset = scopes.get(rows.getString(2))
                        .decrypt(rows.getBytes(3), (rows.getString(2) + "/" + id).getBytes(StandardCharsets.UTF_8));
                var key = (AesGcmKey) TinkProtoKeysetFormat.parseKeyset(keyset, secret()).getPrimary().getKey();
                print((rows.getBoolean(4) ? "old" : "current") + " data key", key.getKeyBytes().toByteArray(secret()));
            }
        }
    }

    /** As ScopeKeys has it: the scope's own key, if it has one, and the master key around it. */
    private static Aead wrapping(Path keys, String scope, Aead master) throws Exception {
        var file = keys.resolve("scope-" + scope.replaceAll("[^a-zA-Z0-9-]", "-") + ".json");
        if (!Files.exists(file)) {
            return master;
        }
        var own = read(file).getPrimitive(RegistryConfiguration.get(), Aead.class);
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] context) {
                throw new UnsupportedOperationException();
            }

            @Override
            public byte[] decrypt(byte[] wrapped, byte[] context) throws GeneralSecurityException {
                return own.decrypt(master.decrypt(wrapped, context), context);
            }
        };
    }

    private static com.google.crypto.tink.SecretKeyAccess secret() {
        return InsecureSecretKeyAccess.get();
    }

    private static KeysetHandle read(Path file) throws Exception {
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), secret());
    }

    private static void print(String what, byte[] bytes) {
        System.out.println(what + "\t" + HexFormat.of().formatHex(bytes));
    }
}
