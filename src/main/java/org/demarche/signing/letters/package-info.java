/** Supporters' own letters, each to one mission: what is asked, what is stored, when it may leave. */
package org.demarche.signing.letters;
