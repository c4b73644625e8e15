package org.demarche.common.page;

/**
 * The organisation at the head of every public page.
 *
 * @param name in the reader's language
 * @param note place and year, such as "Tokyo, since 1998"; may be empty
 * @param mail the address for questions; may be empty
 */
public record Letterhead(String name, String note, String mail) {}
