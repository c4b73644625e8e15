package org.demarche.common.page;

/**
 * What the public pages said must not be said again, not even by a page kept for bad times: fired inside the transaction
 * that changes it. What staff do is noticed by itself ({@code Audited}); this is for what has to disappear.
 */
public record PagesChanged() {}
