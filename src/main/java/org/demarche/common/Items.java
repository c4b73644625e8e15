package org.demarche.common;

import java.util.List;

/** One page of a list as the API answers it. */
public record Items<T>(List<T> items, long total) {}
