/** Group commit: signatures that arrive together are stored in one transaction, each answered once it is there to stay. */
package org.demarche.signing.intake;
