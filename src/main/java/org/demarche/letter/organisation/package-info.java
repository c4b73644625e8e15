/** What the organisation says of itself at the desk, over the defaults of {@code letters/organisation.yaml}. */
package org.demarche.letter.organisation;
