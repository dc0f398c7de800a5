import { createHash } from 'node:crypto';
import { grouped } from '../messages.ts';
import script from './page.client.js';
import { style } from './style/index.ts';
import { type Html, html } from './template.ts';

/** One part of a page, with its entry in the navigation. `count` stands beside the title. */
export type Section = { id: string; title: string; count?: number; body: Html };

/** Where the navigation leads besides the sections: files, with what stands beside their names. */
export type Entry = { href: string; text: string; mark?: Html };

/**
 * What a page shows. `command`: the command that made it. `title`: for the window, in a few words. `about`: one line of
 * facts beside the command's name. `top`: what is read first, with the only `h1`. `entries`: a list in the navigation.
 * `noun`: what the blocks are that the filter counts, `finding` unless said.
 */
export type PageParts = {
  command: string;
  title: string;
  about: Html;
  top: Html;
  sections: readonly Section[];
  entries?: { title: string; items: readonly Entry[]; more?: string };
  noun?: string;
};

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is loaded, nothing is sent, and nothing but this style and this script has a say, whatever a value holds. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A whole document in one text: it opens from a file, without a network, and says the essential without its script. */
export function htmlPage({ command, title, about, top, sections, entries, noun }: PageParts): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the verdict</a>
<header class="head"><p class="brand"><b>Holdfast</b> ${command}</p><p class="about">${about}</p></header>
<div class="frame">
<nav class="nav" aria-label="On this page">${navigation(sections, entries)}</nav>
<main id="main" tabindex="-1">
${top}
${toolbar(sections, noun)}
${sections.map(sectionOf)}
</main>
</div>
<p class="vh" id="said" role="status"></p>
<script>${{ html: script }}</script>
</body>
</html>
`;
  return page.html;
}

function sectionOf({ id, title, count, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}${counted(count)}</h2>
${body}
</section>
`;
}

function navigation(sections: readonly Section[], entries: PageParts['entries']): Html {
  const links = sections.map(
    ({ id, title, count }) => html`<li><a href="#${id}">${title}${counted(count)}</a></li>`,
  );
  return html`<ul><li><a href="#main">Verdict</a></li>${links}</ul>${entries !== undefined && entryList(entries)}`;
}

function entryList({ title, items, more }: NonNullable<PageParts['entries']>): Html {
  const links = items.map(
    ({ href, text, mark }) => html`<li><a href="#${href}" title="${text}"><bdi>${text}</bdi></a>${mark}</li>`,
  );
  return html`<h2>${title}</h2><ul class="files">${links}</ul>${more !== undefined && html`<p class="left">${more}</p>`}`;
}

function counted(count: number | undefined): Html {
  return count === undefined ? html`` : html` <span class="n">${grouped(count)}</span>`;
}

/** Only of use with the script, which shows it. */
function toolbar(sections: readonly Section[], noun = 'finding'): Html {
  if (sections.length === 0) return html``;
  return html`<form class="tools" id="tools" data-noun="${noun}s" role="search" aria-label="Filter" hidden>
<label for="filter" class="vh">Show only what holds these words</label>
<input id="filter" type="search" placeholder="Filter by path, key, value, check …" autocomplete="off" spellcheck="false" aria-describedby="tally">
<span id="kinds" class="kinds"></span>
<span class="buttons"><button type="button" id="unfold">Unfold all</button><button type="button" id="fold">Fold all</button></span>
<details class="keys" id="keys"><summary>Keys</summary><div><dl>
<dt><kbd>/</kbd></dt><dd>filter</dd><dt><kbd>Esc</kbd></dt><dd>clear the filter</dd>
<dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous ${noun}</dd><dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>next, previous file</dd>
<dt><kbd>Enter</kbd></dt><dd>unfold or fold it</dd><dt><kbd>e</kbd> <kbd>c</kbd></dt><dd>unfold, fold all</dd><dt><kbd>?</kbd></dt><dd>these keys</dd>
</dl><label><input type="checkbox" id="single" checked> single keys act</label></div></details>
<p id="tally" class="tally"></p>
</form>`;
}
