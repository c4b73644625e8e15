package org.demarche.bundle.verify;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.demarche.bundle.Bundle;
import org.demarche.bundle.BundleFiles;
import org.demarche.bundle.Volume;
import org.demarche.bundle.print.PaperMessages;
import org.demarche.common.Language;
import org.demarche.common.page.PageLanguage;
import org.demarche.common.page.Spoken;
import org.demarche.common.page.Wording;
import org.demarche.letter.Organisation;
import org.demarche.mission.Missions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Anyone who holds a volume can check here whether it is ours, by the file or by its digest. */
@Path("/verify")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class VerifyPage {

    private final PageLanguage pageLanguage;
    private final Organisation organisation;
    private final Missions missions;

    VerifyPage(PageLanguage pageLanguage, Organisation organisation, Missions missions) {
        this.pageLanguage = pageLanguage;
        this.organisation = organisation;
        this.missions = missions;
    }

    @GET
    @Transactional
    public TemplateInstance check(@QueryParam("digest") String digest) {
        return digest == null
                ? answer("", VerifyView.Result.NONE)
                : answer(digest.replaceAll("\\s", "").toLowerCase(Locale.ROOT), VerifyView.Result.EMPTY);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public TemplateInstance checkFile(@RestForm("file") FileUpload file) {
        return answer(
                file == null || file.size() == 0 ? "" : BundleFiles.sha256(file.uploadedFile()),
                VerifyView.Result.EMPTY);
    }

    private TemplateInstance answer(String digest, VerifyView.Result ofNothing) {
        var language = pageLanguage.get();
        var page = pageLanguage.page(language, organisation.letterhead(language));
        var found = digest.matches("[0-9a-f]{64}") ? Volume.byDigest(digest) : java.util.Optional.<Volume>empty();
        var view = new VerifyView(
                page,
                digest,
                digest.isEmpty() ? ofNothing : result(digest, found.isPresent()),
                found.map(v -> match(v, language)).orElse(null));
        return VerifyTemplates.verify(view).setLocale(language.locale());
    }

    private static VerifyView.Result result(String digest, boolean found) {
        if (!digest.matches("[0-9a-f]{64}")) {
            return VerifyView.Result.NO_DIGEST;
        }
        return found ? VerifyView.Result.GENUINE : VerifyView.Result.UNKNOWN;
    }

    private VerifyView.Match match(Volume volume, Language language) {
        Bundle bundle = Bundle.findById(volume.bundleId);
        var spoken = new Spoken(language, bundle.campaign.zoneId());
        return new VerifyView.Match(
                Wording.of(PaperMessages.class, language).volume(volume.n),
                missions.byCode(bundle.missionCode).map(m -> m.nameIn(language)).orElse(bundle.missionCode),
                spoken.day(volume.madeAt),
                null);
    }
}
