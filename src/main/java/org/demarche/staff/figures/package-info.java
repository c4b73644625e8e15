/** How a campaign goes, drawn and counted: for staff, who see more than the public and never a name. */
package org.demarche.staff.figures;
