package org.demarche.campaign;

/** Whether supporters sign one text, write their own letters, or may do both. */
public enum CampaignMode {
    PETITION,
    LETTERS,
    BOTH
}
