/** All rows of a database, table by table, read and written so that what arrives can be compared with what left. */
package org.demarche.common.database.copy;
