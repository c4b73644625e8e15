/** The page that says which DNS records make mail trusted, and looks whether they are there. */
package org.demarche.mail.setup;
