/** How a letter travels from person to person: the widget on other sites, the card, the QR code, feeds and site map; no trackers. */
package org.demarche.site.share;
