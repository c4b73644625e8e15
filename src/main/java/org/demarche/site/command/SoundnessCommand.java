package org.demarche.site.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SoundnessCommand implements Command {

    private final Soundness soundness;

    SoundnessCommand(Soundness soundness) {
        this.soundness = soundness;
    }

    @Override
    public String usage() {
        return "check";
    }

    @Override
    public void run(List<String> words) {
        soundness.report().forEach(System.out::println);
    }
}
