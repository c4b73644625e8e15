/** Tells who may be no person before a signature is stored; suspects are held for staff and never told so. Knows no signature. */
package org.demarche.signing.guard;
