/** What an operator does at the terminal instead of starting the house: backup, restore, move, keys, drills. */
package org.demarche.site.command;
