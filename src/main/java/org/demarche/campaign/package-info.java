/** Why and to whom: a campaign, its texts in several languages, its schedule and its states; signing and letters are left to the packages above. */
package org.demarche.campaign;
