package org.demarche.mail.wire;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.mail.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class HeaderTextTest {

    @Test
    void onlyThisClassPutsTextIntoHeaders() {
        var ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.demarche");
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HeaderText.class.getName())
                .should()
                .callMethodWhere(target(nameMatching(
                                "setHeader|addHeader|addHeaderLine|setFileName|setSubject|setDescription|setContentID"))
                        .and(target(owner(assignableTo(Part.class)))))
                .check(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\rb",
                "a\nb",
                "a\r\nb",
                "a\u2028b",
                "a\u2029b",
                "a\u0000b",
                "a\u0085b",
                "a\u000bb",
                "a\tb",
                " a  b\r\n"
            })
    void breaksAndControlsBecomeOneBlank(String text) {
        assertThat(HeaderText.clean(text)).isEqualTo("a b");
    }
}
