/** The end of what is known of signers: when it is due, what would go and what stays, and the erasing itself. */
package org.demarche.signing.retention;
