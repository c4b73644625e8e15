package org.demarche.signing.retention;

import java.util.UUID;

/** All that is known of a campaign's signers is being erased, in the transaction that says so; printed files are to go too. */
public record CampaignForgotten(UUID campaign, String slug) {}
