package org.demarche.signing.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.demarche.OnOwnH2;
import org.demarche.common.BadInput;
import org.demarche.privacy.Vault;
import org.demarche.signing.Signature;
import org.demarche.signing.register.SignatureImport.Mode;
import org.demarche.signing.register.SignatureImport.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists as partners really send them. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class SignatureImportTest {

    private static final String SLUG = "save-north-korean-refugees-day";

    @Inject
    SignatureImport imports;

    @Inject
    Vault vault;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    private SignatureImport.Outcome run(String csv, Mode mode) {
        return imports.run(SLUG, csv.getBytes(StandardCharsets.UTF_8), mode, "kim");
    }

    private static long rows() {
        return QuarkusTransaction.requiringNew().call(() -> Signature.count());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ','", "UTF-8, ;", "windows-31j, ','", "windows-31j, TAB", "UTF-16, TAB"})
    void encodingsAndSeparatorsOfSpreadsheetsAreUnderstood(String encoding, String mark) {
        var separator = mark.equals("TAB") ? "\t" : mark;
        var csv = String.join(separator, "name", "country", "sheet") + "\r\n"
                + String.join(separator, "髙橋 ① " + tag, "JP", encoding + mark) + "\r\n";
        var outcome = imports.run(SLUG, csv.getBytes(Charset.forName(encoding)), new Mode(false, false, null), "kim");
        assertThat(outcome.added()).isOne();
        assertThat(outcome.encoding()).isEqualTo(Charset.forName(encoding).name());
        assertThat(newest()).isEqualTo("髙橋 ① " + tag);
    }

    private String newest() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Signature.<Signature>find("order by createdAt desc, id")
                        .firstResult()
                        .person(vault)
                        .name());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        assertThat(run("\uFEFFname,country,sheet\nAna " + tag + ",JP,S\n", new Mode(false, false, null))
                        .added())
                .isOne();
    }

    @Test
    void anotherEncodingHasToBeNamed() {
        var korean = ("name,country,sheet\n김민수 " + tag + ",KR,S\n").getBytes(Charset.forName("MS949"));
        assertThat(imports.run(SLUG, korean, new Mode(false, false, "euc-kr"), "kim")
                        .added())
                .isOne();
        assertThat(newest()).isEqualTo("김민수 " + tag);
        assertThatThrownBy(() -> imports.run(SLUG, korean, new Mode(false, false, "utf-8"), "kim"))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> imports.run(SLUG, korean, new Mode(false, false, "klingon"), "kim"))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aDryRunSaysWhatWouldBecomeOfEachLineAndStoresNothing() {
        long before = rows();
        var csv = "name,country,sheet\nAna %1$s,JP,S\nAna %1$s,JP,S\n,JP,S\nBo %1$s,XX,S\n".formatted(tag);
        var outcome = run(csv, new Mode(false, true, null));
        assertThat(outcome.stored()).isFalse();
        assertThat(outcome.lines())
                .extracting(SignatureImport.Line::result)
                .containsExactly(Result.ADDED, Result.DUPLICATE, Result.REFUSED, Result.REFUSED);
        assertThat(outcome.lines().get(3).line()).isEqualTo(5);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void allOrNothingMeansNothingWhereOneLineIsWrong() {
        long before = rows();
        var outcome = run("name,country,sheet\nAna " + tag + ",JP,S\nBo,XX,S\n", new Mode(true, false, null));
        assertThat(outcome.added()).isZero();
        assertThat(outcome.refused()).isOne();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whoSignedOnTheWebIsNotCountedAgainFromAList() {
        var email = tag + "@example.org";
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Ana Web", "email", email, "country", "JP"))
                .post("/api/v1/campaigns/" + SLUG + "/signatures");
        var outcome =
                run("name,email,country\nANA  web," + email.toUpperCase() + ",JP\n", new Mode(false, false, null));
        assertThat(outcome.duplicates()).isOne();
    }

    @Test
    void aThirdNameOfAMailboxIsRefusedWithItsReason() {
        var lines =
                "A %1$s,%1$s@example.org,JP\nB %1$s,%1$s@example.org,JP\nC %1$s,%1$s@example.org,JP\n".formatted(tag);
        var outcome = run("name,email,country\n" + lines, new Mode(false, false, null));
        assertThat(outcome.added()).isEqualTo(2);
        assertThat(outcome.lines().getLast().problems()).extracting("field").containsExactly("email");
    }

    @ParameterizedTest
    @CsvSource({"=1+1", "@SUM(1)", "+1", "-1", "＝1", "'=HYPERLINK(\"x\")'"})
    void aCellThatASpreadsheetWouldRunIsRefused(String cell) {
        var outcome = run("name;country;sheet\n" + cell + " Ana;JP;S\n", new Mode(false, false, null));
        assertThat(outcome.refused()).isOne();
    }

    @Test
    void whatIsNoListIsRefused() {
        for (var nonsense :
                new String[] {"name\nAna\n", "x,y\n1,2\n", "name,country,password\nA,JP,x\n", "\"name,country\nA"}) {
            assertThatThrownBy(() -> run(nonsense, new Mode(false, false, null)))
                    .isInstanceOf(BadInput.class);
        }
    }
}
