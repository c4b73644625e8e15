/** Sockets and settings that every dialogue with a mail server needs. */
package org.demarche.mail.wire;
