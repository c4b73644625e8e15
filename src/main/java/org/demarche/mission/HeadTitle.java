package org.demarche.mission;

import org.demarche.common.Language;

/** What the head of an office is called in each language. */
record HeadTitle(String en, String ja, String ko, String zh) {

    static HeadTitle of(MissionType type, String sendingState) {
        return switch (type) {
            case EMBASSY -> new HeadTitle("Ambassador", "大使", "대사", "大使");
            case CONSULATE_GENERAL -> new HeadTitle("Consul-General", "総領事", "총영사", "总领事");
            case PERMANENT_MISSION -> new HeadTitle("Permanent Representative", "常駐代表", "상주대표", "常驻代表");
            case INTERNATIONAL_ORGANIZATION -> new HeadTitle("Representative", "代表", "대표", "代表");
            case HEAD_OF_STATE_OFFICE ->
                sendingState.equals("CN")
                        ? new HeadTitle("President", "国家主席", "국가주석", "国家主席")
                        : new HeadTitle("President", "大統領", "대통령", "总统");
            case MINISTRY -> minister(sendingState);
        };
    }

    private static HeadTitle minister(String sendingState) {
        return switch (sendingState) {
            case "US" -> new HeadTitle("Secretary of State", "国務長官", "국무장관", "国务卿");
            case "JP" -> new HeadTitle("Minister for Foreign Affairs", "外務大臣", "외무대신", "外务大臣");
            case "KR" -> new HeadTitle("Minister of Foreign Affairs", "外交部長官", "외교부 장관", "外交部长官");
            case "CN" -> new HeadTitle("Minister of Foreign Affairs", "外交部長", "외교부장", "外交部长");
            default -> new HeadTitle("Minister of Foreign Affairs", "外務大臣", "외교부 장관", "外交部长");
        };
    }

    String in(Language language) {
        return switch (language) {
            case EN -> en;
            case JA -> ja;
            case KO -> ko;
            case ZH_HANS -> zh;
        };
    }
}
