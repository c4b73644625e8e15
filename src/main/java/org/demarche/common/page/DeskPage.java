package org.demarche.common.page;

/**
 * The frame around a page of the desk, which speaks English.
 *
 * @param title for the browser's tab
 * @param section the tab that is lit: overview, campaigns, missions, deliveries, bundles, mailbox, audit, or empty
 * @param staff the name of the person at the desk; empty before sign-in, which also hides the tabs
 * @param role their role, as a word
 */
public record DeskPage(String title, String section, String staff, String role) {

    public boolean signedIn() {
        return staff != null && !staff.isEmpty();
    }

    /** {@code page} where this tab is lit, as {@code aria-current} wants it; null leaves the attribute out. */
    public boolean lit(String tab) {
        return tab.equals(section);
    }
}
