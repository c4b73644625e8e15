/** The second factor: codes of an authenticator by time (RFC 6238), and recovery codes for who lost it. */
package org.demarche.staff.totp;
