/** Sheets of paper: printed blank under a serial, filled in by hand, and typed in twice before they count. */
package org.demarche.signing.sheets;
