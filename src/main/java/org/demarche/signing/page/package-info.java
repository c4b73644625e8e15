/** The pages of the public site on which people read, sign, write and see what became of it. */
package org.demarche.signing.page;
