/** Signatures as staff see, judge, bring in and take out. */
package org.demarche.signing.register;
