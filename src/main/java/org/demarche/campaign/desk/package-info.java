/** Campaigns at the desk: launch, change, what is missing, and the steps from draft to archive. */
package org.demarche.campaign.desk;
