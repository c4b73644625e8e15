/** Other systems, told by a signed call when something happens; names, addresses and numbers of people are never in it. */
package org.demarche.staff.webhook;
