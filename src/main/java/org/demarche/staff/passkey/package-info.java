/** Passkeys (W3C Web Authentication): a device that answers for its owner, at the address of this desk and at no other. */
package org.demarche.staff.passkey;
