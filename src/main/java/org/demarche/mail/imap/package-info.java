/** Reads one IMAP mailbox over one kept-open connection; knows no rows and understands no mail. */
package org.demarche.mail.imap;
