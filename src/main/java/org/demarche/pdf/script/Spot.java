package org.demarche.pdf.script;

import org.xhtmlrenderer.pdf.ITextFSFont;

/**
 * A place on a page where a text begins, and the face it is set in.
 *
 * @param x in points from the left edge, as is y, the baseline, from the lower
 * @param plain black, upright as its face is drawn, and not stretched: what {@link ScriptText#write} can do
 */
public record Spot(float x, float y, ITextFSFont font, float dotsPerPoint, boolean plain) {}
