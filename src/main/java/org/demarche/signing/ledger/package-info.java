/** The append-only Merkle log of confirmed signatures (RFC 9162 hashing), its signed heads and receipts. */
package org.demarche.signing.ledger;
