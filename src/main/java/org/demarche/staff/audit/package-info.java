/** The trail of what staff did: appended in the transaction of the deed, chained by hashes, never edited. */
package org.demarche.staff.audit;
