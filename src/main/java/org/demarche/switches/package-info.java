/** Off-switches for a day on which the house is attacked: kept in the database, read from memory; what they do is done by those who ask. */
package org.demarche.switches;
