package org.demarche.delivery;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The public record of what was delivered and how it was received. Other languages: {@code messages/delivery_*.properties}. */
@MessageBundle("delivery")
public interface DeliveryMessages {

    @Message("Delivery record, published {day}")
    String kicker(String day);

    @Message("What was delivered: {title}")
    String title(String title);

    @Message("In short")
    String inShort();

    @Message("List closed")
    String closed();

    @Message("Signatures on the cover")
    String signatures();

    @Message("{total}, of which {listed} listed")
    String listed(String total, String listed);

    @Message("Ledger root")
    String root();

    @Message("Answer")
    String answer();

    @Message("none so far")
    String noAnswer();

    @Message("What they replied")
    String replied();

    @Message("Mission by mission")
    String missions();

    @Message("Accepted")
    String accepted();

    @Message("Refused")
    String refused();

    @Message("Returned")
    String returned();

    @Message("Left there")
    String left();

    @Message("nobody took it, and it was left there.")
    String leftMeans();

    @Message("Certificate (PDF)")
    String certificatePdf();

    @Message("Open data")
    String openData();

    @Message("Certificate of delivery")
    String certificate();

    @Message("Delivered by {organisation}: {title}")
    String certificateOf(String organisation, String title);

    @Message("This is what we handed over, when, and how it was received. Each file can be checked by its code.")
    String certificateText();

    @Message("Date")
    String date();

    @Message("Signatures")
    String count();

    @Message("Taken by the server")
    String server();

    @Message("Not known")
    String unknown();

    @Message("a person took it, or signed for it.")
    String acceptedMeans();

    @Message("they would not take it.")
    String refusedMeans();

    @Message("it came back.")
    String returnedMeans();

    @Message("a machine took it. No one may have read it.")
    String serverMeans();

    @Message("we do not know how it ended.")
    String unknownMeans();

    @Message("How we use these words")
    String words();

    @Message("What lay in the envelope")
    String envelope();

    @Message("The letter in the languages named on its page, the lists as each signer chose, and a certificate.")
    String envelopeText();

    @Message("Check a volume against what we handed over")
    String volumes();

    @Message("Mission")
    String mission();

    @Message("Volume")
    String volume();

    @Message("{n} of {of}")
    String volumeOf(int n, int of);

    @Message("Pages")
    String pages();

    @Message("Lines")
    String lines();

    @Message("Check a file or a code")
    String checkFile();

    @Message("Nothing has been delivered yet. What happens at each door is written here on the same day.")
    String empty();

    @Message("To the letter")
    String toLetter();
}
