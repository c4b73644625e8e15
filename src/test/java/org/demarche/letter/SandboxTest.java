package org.demarche.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.TemplateException;
import org.demarche.common.Language;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way out of a template that the engine knows, tried at both doors: the check of names, and the engine itself. */
@Tag("quick")
class SandboxTest {

    private static final String FRONT = "---\ntitle: \"t\"\nsubject: \"s\"\n---\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // namespaces
                "{cdi:letters}",
                "{inject:letters}",
                "{config:property('demarche.smtp-url')}",
                "{config:['user.home']}",
                "{str:format('%s', comment)}",
                "{str:eval('{comment}')}",
                "{time:now}",
                "{data:comment}",
                "{global:x}",
                "{msg:hello}",
                "{site:missing}",
                // reflection and methods of values
                "{comment.class}",
                "{comment.getClass()}",
                "{comment.class.forName('java.lang.Runtime')}",
                "{comment.length}",
                "{comment.toUpperCase}",
                "{comment.toUpperCase()}",
                "{comment.bytes}",
                "{comment.raw}",
                "{comment.safe}",
                "{comment.fmt('x')}",
                "{comment.ifTruthy('x')}",
                "{comment.concat('x')}",
                "{comment + comment}",
                "{comment.or('x').length}",
                "{signer.keySet}",
                "{signer.name.length}",
                "{signer.values}",
                "{signer}",
                "{signer.name:comment}",
                "{signatories}",
                "{signatories.size}",
                "{signatories.0.name}",
                "{signatories.get(0)}",
                "{signatories.take(1)}",
                "{comment ?: signatories}",
                "{comment ?: signer.password}",
                "{comment ?: cdi:letters}",
                "{this}",
                "{this.class}",
                "{'literal'}",
                "{42}",
                "{true}",
                "{1 + 1}",
                "{[1]}",
                // sections
                "{#include letters/xi-petition/en}{/include}",
                "{#include desk /}",
                "{#insert title}{/insert}",
                "{#insert /}",
                "{#eval '{comment}' /}",
                "{#eval comment /}",
                "{#set x=comment}{x}{/set}",
                "{#let x=comment}{x}{/let}",
                "{#with signer}{name}{/with}",
                "{#when comment}{#is 'x'}y{/when}",
                "{#switch comment}{#case 'x'}y{/switch}",
                "{#fragment id=x}y{/fragment}",
                "{#capture x}y{/capture}",
                "{#cached}x{/cached}",
                "{#userTag /}",
                "{#raw}x{/raw}",
                // loops over what is no list of ours
                "{#for i in 1000000}x{/for}",
                "{#for i in comment}x{/for}",
                "{#for i in signer}x{/for}",
                "{#for c in comment.chars}x{/for}",
                "{#for i in signatories.reversed}x{/for}",
                "{#each 1000000}x{/each}",
                "{#each signer}x{/each}",
                "{#for s in signatories}{#for t in signatories}{t.name}{/for}{/for}",
                "{#for s in signatories}{#each signatories}{it.name}{/each}{/for}",
                "{#for s in signatories}{#if comment}{#for t in signatories}x{/for}{/if}{/for}",
                "{#for signer in signatories}{signer.city}{/for}",
                "{#for s in signatories}{s.class}{/for}",
                "{#for s in signatories}{s}{/for}",
                "{#for s in signatories}{s_count}{/for}",
                "{#for s in signatories}{s_hasNext}{/for}",
                "{#for s in signatories}{s.name.length}{/for}",
                "{#for s in signatories}x{/for}{s.name}",
                // conditions that compute
                "{#if comment == 'x'}y{/if}",
                "{#if comment.length > 3}y{/if}",
                "{#if comment is 'x'}y{/if}",
                "{#if cdi:letters}y{/if}",
                "{#if comment.isEmpty()}y{/if}",
                "{#if signatories.size gt 1}y{/if}",
                "{#if comment}x{#else if 1 == 1}y{/if}",
                "{#if true}y{/if}",
                // declarations, unparsed text
                "{@java.lang.Runtime r}",
                "{@java.lang.String comment}{comment}",
                "{|{comment}|}",
                // names
                "{nobody}",
                "{signer.password}",
                "{organisation.bank}",
                "{ comment }",
                "{{comment}}",
                "{comment",
                "{#if comment}x",
                "{#if comment}x{/for}",
                "x{/if}",
                "\uE000" + "0\uE001",
                "\uE002"
            })
    void refusesWhateverIsNotALetter(String template) {
        assertThatThrownBy(() -> LetterText.parse(Language.EN, FRONT + template))
                .isInstanceOfSatisfying(LetterFault.class, fault -> {
                    assertThat(fault.line()).isEqualTo(5);
                    assertThat(fault.getMessage()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{cdi:letters}",
                "{inject:letters}",
                "{config:property('x')}",
                "{str:format('%s', comment)}",
                "{time:now}",
                "{comment.class}",
                "{comment.getClass()}",
                "{comment.length}",
                "{comment.toUpperCase()}",
                "{comment.raw}",
                "{comment + comment}",
                "{signer.values}",
                "{signer.getClass()}",
                "{signatories.size}",
                "{signatories.get(0)}",
                "{signatories.0}",
                "{this.class}",
                "{nobody}",
            })
    void theEngineItselfReachesNothingEvenWithoutTheCheck(String template) {
        var record = MergeRecord.builder().comment("words").signatory("a", "b").build();
        assertThatThrownBy(() -> {
                    var parsed = Sandbox.parse(template);
                    Sandbox.render(parsed, new Placeholders().blanks(record.values()));
                })
                .isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{#include x /}",
                "{#insert /}",
                "{#eval comment /}",
                "{#set x=comment}{x}{/set}",
                "{#let x=comment}{x}{/let}",
                "{#with signer}{name}{/with}",
                "{#when comment}{#is 'x'}y{/when}",
                "{#switch comment}{#case 'x'}y{/switch}",
                "{#fragment id=x}y{/fragment}",
                "{#cached}x{/cached}"
            })
    void theEngineItselfKnowsNoOtherSection(String template) {
        assertThatThrownBy(() -> Sandbox.parse(template)).isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{comment}",
                "{comment ?: 'none'}",
                "{comment.or('none')}",
                "{comment ?: signer.name}",
                "{comment ?: signer.name ?: 'none'}",
                "{#if comment}x{#else if signer.name}y{#else}z{/if}",
                "{#if !comment && (signer.name || signer.city)}x{/if}",
                "{#if signatories}x{/if}",
                "{#for s in signatories}{s.name}, {s.titles ?: 'none'}{/for}",
                "{#each signatories}{it.name}{/each}",
                "{! a note {#for x in y} !}",
                "\\{comment} and } braces",
                "::: close\nx\n:::"
            })
    void takesWhatALetterNeeds(String template) {
        assertThat(LetterText.parse(Language.EN, FRONT + template).title()).isEqualTo("t");
    }
}
