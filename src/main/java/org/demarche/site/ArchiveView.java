package org.demarche.site;

import java.util.List;
import org.demarche.common.page.Page;

/**
 * The letters of the past at {@code /archive}.
 *
 * @param entries newest first
 */
public record ArchiveView(Page page, List<HomeView.Entry> entries) {}
