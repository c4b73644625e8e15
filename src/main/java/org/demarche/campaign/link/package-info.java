/** Short links that say where a signer came from, and their QR codes for posters; nothing counts who follows them. */
package org.demarche.campaign.link;
