package org.demarche.staff;

import java.util.List;

/** Tells the overview how the campaigns stand; one bean implements it. */
public interface CampaignsAtDesk {

    /** The running ones first. */
    List<OverviewView.Campaign> list();
}
