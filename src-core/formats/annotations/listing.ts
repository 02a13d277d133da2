import { textOrder } from '#core/annotation/order.ts';
import { asText } from '#core/glossary/formula.ts';
import { writeTable } from '#core/glossary/table.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Section } from '#core/records/work.ts';
import { type Bitext, type BitextOptions, wholeBitext } from '../bitext.ts';
import { printable } from '../printable.ts';
import { escapeMarkdown } from '../reading/markdown.ts';
import { noteMarkdown } from '../reading/note-markdown.ts';
import { chosen } from './web-annotation.ts';

/** Annotations in the order of the texts, each with the section of its first place. */
function inSections(bitext: Bitext, options: BitextOptions): { annotation: Annotation; section: string }[] {
  const paragraphs = [...bitext.source.paragraphs, ...bitext.target.paragraphs];
  const numbers = new Map(paragraphs.map(({ id }, at) => [id, at]));
  const sections = new Map([...bitext.source.sections, ...bitext.target.sections].map((one) => [one.id, one]));
  const names = new Map(paragraphs.map(({ id, section }) => [id, titleOf(sections.get(section))]));
  return textOrder(chosen(bitext, options), (id) => numbers.get(id) ?? null).map((annotation) => ({
    annotation,
    section: names.get(annotation.targets[0]?.paragraph ?? '') ?? '',
  }));
}

function titleOf(section: Section | undefined): string {
  return section === undefined ? '' : (Object.values(section.titles)[0] ?? '');
}

/** Spreadsheets take a file for UTF-8 by this sign; without it Cyrillic comes out as garbage in some. */
const byteOrderMark = '\uFEFF';

/** The annotations of a bitext as a table (CSV): a row each, in the order of the texts. */
export function writeAnnotationTable(bitext: Bitext, options: BitextOptions = wholeBitext): string {
  const [own, other] = [bitext.source.edition, bitext.target.edition];
  const quotes = ({ targets }: Annotation, edition: string): string =>
    targets
      .filter((target) => target.edition === edition)
      .map(({ quote }) => quote.exact)
      .join(' … ');
  const head = ['section', own.language, other.language, 'note', 'tags', 'colour', 'created', 'id'];
  const rows = inSections(bitext, options).map(({ annotation, section }) => [
    section,
    quotes(annotation, own.id),
    quotes(annotation, other.id),
    annotation.body,
    annotation.tags.join('; '),
    annotation.colour,
    annotation.created,
    annotation.id,
  ]);
  return byteOrderMark + writeTable([head, ...rows.map((row) => row.map((cell) => asText(printable(cell))))], ',');
}

/** The annotations of a bitext as Markdown, by section: the words, what is said of them, tags. */
export function writeAnnotationMarkdown(bitext: Bitext, options: BitextOptions = wholeBitext): string {
  const title = Object.values(bitext.work.titles)[0] ?? bitext.source.edition.title;
  const lines: string[] = [`# ${escapeMarkdown(title)}`, ''];
  let last: string | null = null;
  for (const { annotation, section } of inSections(bitext, options)) {
    if (section !== last && section !== '') lines.push(`## ${escapeMarkdown(section)}`, '');
    last = section;
    for (const { quote } of annotation.targets) {
      lines.push(...quote.exact.split('\n').map((line) => `> ${escapeMarkdown(line)}`), '');
    }
    if (annotation.body.trim() !== '') lines.push(noteMarkdown(annotation.body), '');
    const tags = annotation.tags.map((tag) => `\`#${tag.replaceAll('`', "'")}\``);
    if (tags.length > 0) lines.push(tags.join(' '), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}
