/** A link with which a coordinator fetches one mission's bundle, without an account and for some days. */
package org.demarche.bundle.carry;
