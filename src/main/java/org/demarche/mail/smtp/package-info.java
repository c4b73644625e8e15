/** Speaks SMTP with one relay over kept-open connections and tells what came of each message; knows no rows and no reasons. */
package org.demarche.mail.smtp;
