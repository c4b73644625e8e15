package org.demarche.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.regex.Pattern;
import org.openpdf.text.BadElementException;
import org.openpdf.text.Image;
import org.xhtmlrenderer.pdf.ITextFSImage;
import org.xhtmlrenderer.pdf.ITextOutputDevice;
import org.xhtmlrenderer.pdf.ITextUserAgent;
import org.xhtmlrenderer.resource.CSSResource;
import org.xhtmlrenderer.resource.ImageResource;
import org.xhtmlrenderer.resource.XMLResource;
import org.xhtmlrenderer.simple.extend.XhtmlNamespaceHandler;

/** Resolves our own style sheets and small inline PNG images; no file, no network, whatever a document names. */
final class HouseAgent extends ITextUserAgent {
    private static final Pattern STYLE_SHEET = Pattern.compile("demarche:([a-z][a-z-]*\\.css)");
    /** Flying Saucer asks for its own base styles through us as well, by an address that depends on the class loader. */
    private static final String BASE_STYLES = "/resources/css/XhtmlNamespaceHandler.css";

    private static final String PNG = "data:image/png;base64,";
    /** A mark in a letterhead, not a photograph: it is repeated in the file for each letter. */
    private static final int LARGEST_IMAGE_CHARS = 200_000;

    private static final int LARGEST_SIDE_PIXELS = 2_000;

    private final int dotsPerPixel;

    HouseAgent(ITextOutputDevice device, int dotsPerPixel) {
        super(device, dotsPerPixel);
        this.dotsPerPixel = dotsPerPixel;
    }

    @Override
    public CSSResource getCSSResource(String uri) {
        return new CSSResource(resolveAndOpenStream(uri));
    }

    @Override
    protected InputStream resolveAndOpenStream(String uri) {
        var name = STYLE_SHEET.matcher(uri == null ? "" : uri);
        InputStream stream = null;
        if (name.matches()) stream = HouseAgent.class.getResourceAsStream("/pdf/" + name.group(1));
        else if (uri != null && uri.endsWith(BASE_STYLES)) {
            stream = XhtmlNamespaceHandler.class.getResourceAsStream(BASE_STYLES);
        }
        return stream == null ? new ByteArrayInputStream(new byte[0]) : stream;
    }

    @Override
    protected InputStream openStream(String uri) {
        return resolveAndOpenStream(uri);
    }

    @Override
    public ImageResource getImageResource(String uri) {
        if (uri == null || !uri.startsWith(PNG) || uri.length() > LARGEST_IMAGE_CHARS) {
            return new ImageResource(uri, null);
        }
        try {
            var bytes = Base64.getMimeDecoder().decode(uri.substring(PNG.length()));
            if (!hasModestSize(bytes)) return new ImageResource(uri, null);
            var image = Image.getInstance(bytes);
            image.scaleAbsolute(image.getPlainWidth() * dotsPerPixel, image.getPlainHeight() * dotsPerPixel);
            return new ImageResource(uri, new ITextFSImage(image));
        } catch (IllegalArgumentException | BadElementException | IOException e) {
            return new ImageResource(uri, null);
        }
    }

    /** Reads width and height from the PNG header (RFC 2083, 4.1.1) before anything is unpacked. */
    private static boolean hasModestSize(byte[] png) {
        if (png.length < 24) return false;
        var header = ByteBuffer.wrap(png);
        int width = header.getInt(16);
        int height = header.getInt(20);
        return header.getLong(0) == 0x89504e470d0a1a0aL
                && width > 0
                && width <= LARGEST_SIDE_PIXELS
                && height > 0
                && height <= LARGEST_SIDE_PIXELS;
    }

    @Override
    public XMLResource getXMLResource(String uri) {
        return null;
    }

    @Override
    public byte[] getBinaryResource(String uri) {
        return null;
    }

    @Override
    public String resolveURI(String uri) {
        return uri;
    }

    @Override
    public void setBaseURL(String url) {}
}
