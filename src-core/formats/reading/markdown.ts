import type { Paragraph } from '#core/records/paragraph.ts';
import { type Bitext, type BitextOptions, wholeBitext } from '../bitext.ts';
import { glossOf, readingDocument, type ReadingDocument, type Run } from './document.ts';
import { address } from './markup.ts';
import { noteMarkdown } from './note-markdown.ts';

/** Text that Markdown takes for nothing but text. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&]/gu, (sign) => `\\${sign}`)
    .replace(/^(\s*)([#+-]|\d+[.)])/u, (_, space: string, sign: string) =>
      /\d/u.test(sign) ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${space}\\${sign}`,
    );
}

/** A bitext as Markdown: a table a chapter, whose rows are what faces each other; notes as footnotes. */
export function writeMarkdown(bitext: Bitext, options: BitextOptions = wholeBitext): string {
  const document = readingDocument(bitext, options);
  const [own, other] = document.languages;
  const lines = [`# ${escapeMarkdown(document.title)}`, ''];
  if (document.author !== null) lines.push(escapeMarkdown(document.author), '');
  for (const { title, rows } of document.chapters) {
    if (title !== null) lines.push(`## ${escapeMarkdown(title.replace(/\s+/gu, ' '))}`, '');
    lines.push(`| ${own} | ${other} |`, '| --- | --- |');
    for (const { source, target } of rows) lines.push(`| ${cell(source, document)} | ${cell(target, document)} |`);
    lines.push('');
  }
  document.notes.forEach((body, at) => {
    lines.push(`[^${String(at + 1)}]: ${noteMarkdown(body).split('\n').join('\n    ')}`, '');
  });
  for (const term of document.terms) {
    lines.push(`- **${escapeMarkdown(term.headword)}**: ${escapeMarkdown(glossOf(term, other))}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function cell(paragraphs: readonly Paragraph[], document: ReadingDocument): string {
  return paragraphs
    .map((paragraph) => {
      const words = document.runs(paragraph).map(run).join('');
      return paragraph.type === 'heading' ? `**${words.replaceAll('**', '')}**` : words;
    })
    .join('<br><br>');
}

function run({ text, marks, notes }: Run): string {
  const references = notes.map((note) => `[^${String(note)}]`).join('');
  if (text === '\n') return `<br>${references}`;
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (words === '') return `${text}${references}`;
  let made = escapeMarkdown(words);
  for (const { type, href } of marks.toReversed()) {
    if (type === 'emphasis') made = `*${made}*`;
    else if (type === 'strong') made = `**${made}**`;
    else if (type === 'superscript' || type === 'subscript') {
      const tag = type === 'superscript' ? 'sup' : 'sub';
      made = `<${tag}>${made}</${tag}>`;
    } else if (type === 'link') {
      const to = address(href);
      if (to !== null) made = `[${made}](<${to}>)`;
    }
  }
  return `${before}${made}${after}${references}`;
}
