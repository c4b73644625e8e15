/** The people at the desk: sign-in, roles, sessions, API tokens, the audit trail and the overview. */
package org.demarche.staff;
