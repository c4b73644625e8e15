package org.demarche.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/** What unlocks a phone, played by Chromium: it holds passkeys and is unlocked by whoever asks. */
final class Device {

    private Device() {}

    static void in(Page page) {
        var devtools = page.context().newCDPSession(page);
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", device);
        devtools.send("WebAuthn.enable");
        devtools.send("WebAuthn.addVirtualAuthenticator", options);
    }
}
