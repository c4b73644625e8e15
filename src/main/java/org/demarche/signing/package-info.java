/** A supporter's act: the form, its confirmation by mail, the count, the ledger and its receipts. */
package org.demarche.signing;
