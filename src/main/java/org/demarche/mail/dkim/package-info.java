/** Signs a finished mail as RFC 6376 wants, relaxed in header and body; knows no rows and no settings. */
package org.demarche.mail.dkim;
