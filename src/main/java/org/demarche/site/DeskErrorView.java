package org.demarche.site;

import java.util.List;
import org.demarche.common.page.DeskPage;

/**
 * Trouble at the desk, said in its own frame.
 *
 * @param sentences what stands in the way
 * @param back the page of the desk the person came from; null where unknown
 * @param reference what the log line carries, for unexpected trouble; else null
 */
public record DeskErrorView(DeskPage page, List<String> sentences, String back, String reference) {}
