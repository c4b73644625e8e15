/** The directory of embassies, consulates and offices: jurisdictions, the mission responsible for a place, and verification of addresses by a person. */
package org.demarche.mission;
