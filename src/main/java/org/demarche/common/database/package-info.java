/** One package for two databases: the driver and the dialect are chosen by the JDBC URL at start; many rows go in at once. */
package org.demarche.common.database;
