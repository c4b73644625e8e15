package org.demarche;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The house as it is drawn: imports point down, and what is said once in a rule need not be said in a review. */
@Tag("quick")
class ArchitectureTest {

    /** From the roof down; those on one floor are siblings and do not know each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("site"),
            List.of("staff"),
            List.of("bundle", "delivery"),
            List.of("signing"),
            List.of("letter"),
            List.of("campaign"),
            List.of("mission"),
            List.of("mail"),
            List.of("privacy"),
            List.of("pdf", "approval", "switches"),
            List.of("common"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.demarche");

    private static void hold(ArchRule rule) {
        // A floor may be empty, for instance before it is built.
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static String room(String name) {
        return "org.demarche." + name + "..";
    }

    private static String[] rooms(List<String> names) {
        return names.stream().map(ArchitectureTest::room).toArray(String[]::new);
    }

    @Test
    void theHouseIsThere() {
        assertThat(HOUSE.size()).isGreaterThan(50);
    }

    @Test
    void importsPointDown() {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            var above = FLOORS.subList(0, floor).stream().flatMap(List::stream).toList();
            for (var name : FLOORS.get(floor)) {
                hold(noClasses()
                        .that()
                        .resideInAPackage(room(name))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(rooms(above)));
            }
        }
    }

    @Test
    void siblingsDoNotKnowEachOther() {
        for (var floor : FLOORS) {
            for (var name : floor) {
                var siblings =
                        floor.stream().filter(other -> !other.equals(name)).toList();
                hold(noClasses()
                        .that()
                        .resideInAPackage(room(name))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(rooms(siblings)));
            }
        }
    }

    @Test
    void everyRoomIsOnTheDrawing() {
        hold(classes()
                .should()
                .resideInAnyPackage(rooms(FLOORS.stream().flatMap(List::stream).toList())));
    }

    @Test
    void noPackageLeadsBackToItself() {
        hold(slices().matching("org.demarche.(**)").should().beFreeOfCycles());
    }

    @Test
    void onlyMailSpeaksSmtp() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage(room("mail"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus.."));
    }

    /** The mail library writes a line break in a header's value as it is: text gets there through one cleaning only. */
    @Test
    void textBecomesPartOfAHeaderInOnePlace() {
        var writesHeaders = DescribedPredicate.<JavaMethodCall>describe(
                "writes a header",
                call -> call.getTargetOwner().getPackageName().startsWith("jakarta.mail")
                        && call.getTarget()
                                .getName()
                                .matches("(set|add)(Header|HeaderLine|FileName|Subject|Description|ContentID|ContentMD5"
                                        + "|ContentLanguage|Disposition|Personal|Address)"));
        hold(noClasses()
                .that()
                .haveSimpleNameNotStartingWith("HeaderText")
                .should()
                .callMethodWhere(writesHeaders));
    }

    /** Whoever makes an address for a header cleans it; the envelope's refuses controls itself. */
    @Test
    void addressesOfHeadersAreMadeInOnePlace() {
        hold(noClasses()
                .that()
                .haveSimpleNameNotStartingWith("HeaderText")
                .and()
                .haveSimpleNameNotStartingWith("RelayConnection")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.mail.internet.InternetAddress"));
    }

    @Test
    void onlyPdfDrawsPages() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage(room("pdf"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.xhtmlrenderer..", "org.openpdf.."));
    }

    @Test
    void nobodyTrustsTheZoneOfTheMachine() {
        hold(noClasses().should().callMethod(ZoneId.class, "systemDefault"));
    }

    @Test
    void timeComesFromTheClock() {
        var asksTheMachine = DescribedPredicate.<JavaMethodCall>describe(
                "now() without a clock",
                call -> call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getTarget().getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty());
        hold(noClasses()
                .that()
                .resideOutsideOfPackage(room("common"))
                .should()
                .callMethodWhere(asksTheMachine)
                .orShould()
                .callConstructor(Date.class));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/demarche"))) {
            var folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertThat(folders)
                    .isNotEmpty()
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java")).exists());
        }
    }
}
