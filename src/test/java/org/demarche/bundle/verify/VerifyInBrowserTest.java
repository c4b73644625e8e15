package org.demarche.bundle.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import org.demarche.OnOwnH2;
import org.demarche.bundle.PrintedCampaign;
import org.demarche.common.Language;
import org.demarche.journey.Chromium;
import org.junit.jupiter.api.Test;

/** Whose a document is, told without having it. */
@QuarkusTest
@TestProfile(OnOwnH2.class)
class VerifyInBrowserTest {

    @TestHTTPResource("/")
    URI site;

    @Test
    void aBrowserTellsInFourLanguagesThatAVolumeIsOursWithoutSendingIt() throws IOException {
        var campaign = PrintedCampaign.open("bundles-verified", "Keiko Abe,JP,FULL\n");
        var volume = campaign.volume(campaign.print(Map.of()), 1);
        var sent = new ArrayList<Request>();
        try (var chromium = new Chromium();
                var page = chromium.browser().newPage()) {
            page.onRequest(sent::add);
            for (var language : Language.values()) {
                page.navigate(site.resolve("/verify?lang=" + language.tag()).toString());
                page.setInputFiles("#file", new FilePayload("volume.pdf", "application/pdf", volume));
                page.click("form[data-here] button");
                page.waitForURL("**/verify?digest=*");
                assertThat(page.locator(".notice.good").count()).isEqualTo(1);
                assertThat(page.content()).contains("lang=\"" + language.tag() + "\"");
            }
            volume[2000] ^= 1;
            page.navigate(site.resolve("/verify?lang=en").toString());
            page.setInputFiles("#file", new FilePayload("volume.pdf", "application/pdf", volume));
            page.click("form[data-here] button");
            page.waitForURL("**/verify?digest=*");
            assertThat(page.content()).contains("We do not know this document");
        }
        assertThat(sent).hasSizeGreaterThan(10).allSatisfy(request -> {
            assertThat(URI.create(request.url()).getAuthority()).isEqualTo(site.getAuthority());
            assertThat(request.method()).isEqualTo("GET");
        });
    }
}
