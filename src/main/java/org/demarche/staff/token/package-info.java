/** Tokens by which scripts work in a colleague's name: made at the desk for a time, shown once, taken back by any admin. */
package org.demarche.staff.token;
