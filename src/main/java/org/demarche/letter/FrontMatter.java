package org.demarche.letter;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What stands between the two lines of hyphens at the head of a letter file.
 *
 * @param subjectLine the line of the file on which the subject stands
 */
record FrontMatter(Map<String, String> texts, List<String> required, int subjectLine) {

    private static final Set<String> TEXTS = Set.of(
            "title", "subject", "languageName", "salutation", "addresseeName", "addresseeTitle", "summary", "place");

    private static final int LONGEST_TEXT = 2000;

    String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /** Reads the YAML as nodes only, so that no tag in it can make an object. {@code above}: lines of the file above it. */
    static FrontMatter parse(String yaml, int above) {
        var texts = new HashMap<String, String>();
        var required = new ArrayList<String>();
        var subjectLine = above + 1;
        for (var tuple : mapping(yaml, above).getValue()) {
            var line = above + tuple.getKeyNode().getStartMark().getLine() + 1;
            var key = scalar(tuple.getKeyNode(), above);
            if (key.equals("required")) {
                required.addAll(fields(tuple.getValueNode(), above));
            } else if (!TEXTS.contains(key)) {
                throw new LetterFault(
                        line,
                        1,
                        "unknown entry \"%s\"; known are required, %s"
                                .formatted(
                                        key,
                                        String.join(
                                                ", ", TEXTS.stream().sorted().toList())));
            } else {
                var value = scalar(tuple.getValueNode(), above);
                if (value.length() > LONGEST_TEXT) {
                    throw new LetterFault(line, 1, key + " is longer than " + LONGEST_TEXT + " characters");
                }
                if (texts.put(key, value) != null) {
                    throw new LetterFault(line, 1, key + " stands twice");
                }
                subjectLine = key.equals("subject") ? line : subjectLine;
            }
        }
        for (var needed : List.of("title", "subject")) {
            if (texts.getOrDefault(needed, "").isBlank()) {
                throw new LetterFault(above + 1, 1, needed + " is missing");
            }
        }
        return new FrontMatter(Map.copyOf(texts), List.copyOf(required), subjectLine);
    }

    private static MappingNode mapping(String yaml, int above) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(4);
        try {
            if (new Yaml(options).compose(new StringReader(yaml)) instanceof MappingNode mapping) {
                return mapping;
            }
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new LetterFault(above + mark.getLine() + 1, mark.getColumn() + 1, "front matter: " + e.getProblem());
        } catch (YAMLException e) {
            throw new LetterFault(above + 1, 1, "front matter: " + e.getMessage());
        }
        throw new LetterFault(above + 1, 1, "the front matter must be lines of the form name: \"text\"");
    }

    private static List<String> fields(Node node, int above) {
        if (!(node instanceof SequenceNode list)) {
            throw fault(node, above, "required must be a list: [one, another]");
        }
        return list.getValue().stream()
                .map(entry -> {
                    var field = scalar(entry, above);
                    if (!LetterFields.isField(field)) {
                        throw fault(entry, above, "unknown field " + field);
                    }
                    return field;
                })
                .toList();
    }

    private static String scalar(Node node, int above) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        throw fault(node, above, "must be one text in quotation marks");
    }

    private static LetterFault fault(Node node, int above, String message) {
        var mark = node.getStartMark();
        return new LetterFault(above + mark.getLine() + 1, mark.getColumn() + 1, message);
    }
}
