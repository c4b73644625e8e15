package org.demarche.campaign.desk;

import java.util.List;

/** One point of the list before a launch: how it stands, in words, and where it is put right. */
public record Check(String title, String words, Readiness.Standing standing, List<Link> links) {

    public record Link(String href, String words) {}

    static Check done(String title, String words) {
        return new Check(title, words, Readiness.Standing.DONE, List.of());
    }

    static Check toDo(String title, String words) {
        return new Check(title, words, Readiness.Standing.TO_DO, List.of());
    }

    Check leading(String href, String linkWords) {
        return new Check(title, words, standing, List.of(new Link(href, linkWords)));
    }

    public boolean done() {
        return standing == Readiness.Standing.DONE;
    }

    public boolean inTheWay() {
        return standing == Readiness.Standing.IN_THE_WAY;
    }
}
