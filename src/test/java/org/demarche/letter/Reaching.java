package org.demarche.letter;

import java.util.List;

/** What the pages' own template engine obeys and a letter may not: each reaches outside the record, computes or repeats. */
final class Reaching {

    private Reaching() {}

    static final List<String> TEMPLATES = List.of(
            // settings, messages and other namespaces
            "{config:['quarkus.application.name']}",
            "{config:property('quarkus.application.name')}",
            "{str:fmt('%s', comment)}",
            "{str:eval('{comment}')}",
            "{str:builder('x')}",
            "{site:privacy}",
            "{data:comment}",
            // reflection and methods of values
            "{comment.getClass().getName()}",
            "{comment.class.name}",
            "{comment.length}",
            "{comment.length()}",
            "{comment.bytes.length}",
            "{comment.toUpperCase()}",
            "{comment.replace('w', 'x')}",
            "{comment.concat('x')}",
            "{comment.raw}",
            "{comment.safe}",
            "{comment.fmt('x')}",
            "{comment + '!'}",
            "{comment.ifTruthy('x')}",
            "{comment == 'words' ? 'x' : 'y'}",
            "{signer.keySet}",
            "{signer.values}",
            "{signer.size}",
            "{signer.get('name')}",
            "{signer}",
            "{this.keySet}",
            "{signatories.size}",
            "{signatories.get(0).name}",
            "{signatories.0.name}",
            "{signatories.first.name}",
            "{signatories.take(1)}",
            "{'literal'}",
            // other templates and sections
            "{#include desk}{/include}",
            "{#insert title}x{/insert}",
            "{#eval '{comment.length}' /}",
            "{#let x=comment.length}{x}{/let}",
            "{#set x=comment}{x}{/set}",
            "{#with signer}{name}{/with}",
            "{#when comment}{#is 'words'}y{/when}",
            "{#switch comment}{#case 'words'}y{/switch}",
            "{#fragment id=x}y{/fragment}",
            "{#fragment id=x}y{/fragment}{#include $x /}",
            "{#capture x}y{/capture}",
            // loops that the author, not the record, decides
            "{#for i in 1000}x{/for}",
            "{#each 1000}x{/each}",
            "{#for i in comment.length}x{/for}",
            "{#for s in signatories}{#for t in signatories}{t.name}{/for}{/for}",
            "{#for e in signer}{e.key}{/for}",
            "{#for s in signatories}{s_count}{/for}",
            "{#for s in signatories}{s.name.length}{/for}",
            // conditions that compute
            "{#if comment == 'words'}y{/if}",
            "{#if comment.length > 3}y{/if}",
            "{#if signatories.size gt 0}y{/if}",
            "{#if comment.startsWith('w')}y{/if}",
            "{#if true}y{/if}");
}
