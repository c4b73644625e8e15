/** A supporter's act: the form and its rules, confirmation by mail, the count, and what the signer may do with it later. */
package org.demarche.signing;
