package org.demarche.signing.guard;

/**
 * What the guard says.
 *
 * @param suspicion why it is to be held; null where it may pass
 * @param network groups what came from one network on one day, and says nothing of it; null where it may pass
 */
public record Verdict(Suspicion suspicion, String network) {

    public static final Verdict PASS = new Verdict(null, null);

    public boolean held() {
        return suspicion != null;
    }
}
