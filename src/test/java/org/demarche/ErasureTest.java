package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.junit.jupiter.api.Test;

/**
 * Whoever read a row before its person was erased must not write the person back with the columns they did not touch:
 * what can be erased is written column by column.
 */
class ErasureTest {

    @Test
    void rowsThatCanBeErasedAreWrittenColumnByColumn() {
        var sealed = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.demarche").stream()
                        .filter(c -> c.isAnnotatedWith(Entity.class))
                        .map(c -> c.reflect())
                        .filter(c -> Arrays.stream(c.getDeclaredFields())
                                .anyMatch(f -> f.getName().matches("sealed[A-Z].*") && f.getType() == byte[].class))
                        .filter(c -> !c.getSimpleName().startsWith("Vault"))
                        .collect(Collectors.toSet());
        assertThat(sealed).extracting(Class::getSimpleName).contains("Signature", "OwnLetter", "Mail");
        assertThat(sealed).allMatch(c -> c.isAnnotationPresent(DynamicUpdate.class));
    }
}
