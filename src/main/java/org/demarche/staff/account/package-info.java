/** A member's own account: password, authenticator, open sessions, and the way back in when they are locked out. */
package org.demarche.staff.account;
