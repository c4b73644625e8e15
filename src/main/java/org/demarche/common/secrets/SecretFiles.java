package org.demarche.common.secrets;

import io.smallrye.config.EnvConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

/** {@code DEMARCHE_SMTP_URL_FILE=/run/secrets/smtp} stands for {@code DEMARCHE_SMTP_URL} with what the file holds. */
public final class SecretFiles implements ConfigSourceProvider {

    private static final String SUFFIX = "_FILE";
    private static final Set<String> OF_QUARKUS =
            Set.of("QUARKUS_DATASOURCE_USERNAME_FILE", "QUARKUS_DATASOURCE_PASSWORD_FILE");

    /** Just above the environment itself: who names a file means it. */
    private static final int ORDINAL = 301;

    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader loader) {
        return List.of(new EnvConfigSource(read(System.getenv()), ORDINAL));
    }

    /** @throws IllegalStateException naming the setting whose file cannot be read; a start without its secret helps nobody */
    static Map<String, String> read(Map<String, String> environment) {
        var secrets = new HashMap<String, String>();
        environment.forEach((name, file) -> {
            boolean ours = name.startsWith("DEMARCHE_") && name.endsWith(SUFFIX) || OF_QUARKUS.contains(name);
            if (ours && !file.isBlank()) {
                secrets.put(name.substring(0, name.length() - SUFFIX.length()), content(name, Path.of(file)));
            }
        });
        return secrets;
    }

    private static String content(String name, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("The file that " + name + " names cannot be read: " + file, e);
        }
    }
}
