/** Pages and files that are the same for everybody, as bytes ready to send; also while the database is away. */
package org.demarche.site.kept;
