package org.demarche.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.Routes;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallsDescribedTest {

    @Test
    void everyCallIsDescribedAndNoPage() {
        var described = given().queryParam("format", "json").get("/q/openapi").jsonPath();
        Map<String, Object> paths = described.getMap("paths");
        var calls = Routes.all().stream()
                .map(route -> route.path().replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                .filter(path -> path.startsWith("/api/"))
                .collect(Collectors.toSet());
        assertThat(paths.keySet()).containsAll(calls).allMatch(path -> path.startsWith("/api/"));
        assertThat(described.getString("components.securitySchemes.token.scheme"))
                .isEqualTo("bearer");
        assertThat(described.getString("info.title")).isEqualTo("Demarche");
    }
}
