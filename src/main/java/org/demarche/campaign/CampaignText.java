package org.demarche.campaign;

import jakarta.persistence.Embeddable;

/** What a campaign is called and says of itself in one language. */
@Embeddable
public record CampaignText(String title, String summary, String occasion) {}
