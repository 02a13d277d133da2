import type { Paragraph } from '#core/records/paragraph.ts';
import { type Bitext, type BitextOptions, wholeBitext } from '../bitext.ts';
import { glossOf, readingDocument, type ReadingDocument, type ReadingEdition, type Run } from './document.ts';
import { labelOf } from './labels.ts';
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
  const [, other] = document.languages;
  const lines = [`# ${escapeMarkdown(document.title)}`, ''];
  if (document.author !== null) lines.push(escapeMarkdown(document.author), '');
  const about = document.editions.map((edition) => aboutEdition(edition, document.title));
  for (const said of about) if (said !== '') lines.push(said, '');
  for (const { title, level, rows } of document.chapters) {
    if (title !== null) {
      lines.push(`${'#'.repeat(Math.min(level + 1, 6))} ${escapeMarkdown(title.replace(/\s+/gu, ' '))}`, '');
    }
    lines.push(row(document.languages), rule);
    for (const { source, target } of rows) lines.push(row([cell(source, document), cell(target, document)]));
    lines.push('');
  }
  document.notes.forEach(({ body, tags }, at) => {
    const tagged = tags.map((tag) => `\`#${tag.replaceAll('`', "'")}\``).join(' ');
    const text = [noteMarkdown(body), ...(tagged === '' ? [] : ['', tagged])].join('\n');
    lines.push(`[^${String(at + 1)}]: ${text.split('\n').join('\n    ')}`, '');
  });
  if (document.terms.length > 0) lines.push(`## ${labelOf('glossary', document.languages)}`, '');
  for (const term of document.terms) {
    lines.push(`- **${escapeMarkdown(term.headword)}**: ${escapeMarkdown(glossOf(term, other))}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

const rule = '| --- | --- |';

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function aboutEdition({ language, title, translator, date }: ReadingEdition, main: string): string {
  return [
    ...(title === '' || title === main ? [] : [`*${escapeMarkdown(title)}*`]),
    ...(translator === null ? [] : [escapeMarkdown(`${labelOf('translator', [language])}: ${translator}`)]),
    ...(date === null ? [] : [escapeMarkdown(date)]),
  ].join(', ');
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
  const references = notes.map(({ number }) => `[^${String(number)}]`).join('');
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
