/** Rules that know no row: how long to wait, when it is night at a mission, what a refusal says of a mailbox. */
package org.demarche.mail.rules;
