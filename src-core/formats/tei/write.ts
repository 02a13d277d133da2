import type { Paragraph } from '#core/records/paragraph.ts';
import type { Section } from '#core/records/work.ts';
import { xmlAttributes, xmlText } from '#core/xml/escape.ts';
import { isElement } from '#core/xml/serialise.ts';
import { type Bitext, type BitextOptions, type BitextSide, wholeBitext } from '../bitext.ts';
import { isPlain, sectionStarts } from '../units/properties.ts';
import { foreignOf } from './foreign.ts';
import { Ids } from './ids.ts';
import { inline } from './inline-write.ts';
import { standOff } from './stand-off.ts';

/**
 * A bitext as TEI P5: both texts whole in one file, what links their paragraphs in a `<linkGrp>`, annotations in `<standOff>`.
 * Rules T of `docs/spec/formats.md`.
 */
export function writeTei(bitext: Bitext, options: BitextOptions = wholeBitext): string {
  const ids = new Ids(bitext);
  const kept = foreignOf(bitext.source.edition['foreign'])?.header;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<TEI xmlns="http://www.tei-c.org/ns/1.0">',
    ...(kept !== undefined && isElement(kept) ? [kept] : header(bitext)).map((line) => `  ${line}`),
    ...standOff(bitext, options, ids).map((line) => `  ${line}`),
    '  <text>',
    '    <group>',
    ...text(bitext.source, ids).map((line) => `      ${line}`),
    ...text(bitext.target, ids).map((line) => `      ${line}`),
    '    </group>',
    '  </text>',
    '</TEI>',
    '',
  ].join('\n');
}

function header({ work, source, target }: Bitext): string[] {
  const sides = [source.edition, target.edition];
  const titles = Object.entries(work.titles);
  return [
    '<teiHeader>',
    '  <fileDesc>',
    '    <titleStmt>',
    ...(titles.length === 0 ? ['      <title/>'] : []),
    ...titles.map(([tag, title]) => `      <title${xmlAttributes({ 'xml:lang': tag })}>${xmlText(title)}</title>`),
    ...Object.entries(work.author ?? {}).map(
      ([tag, author]) => `      <author${xmlAttributes({ 'xml:lang': tag })}>${xmlText(author)}</author>`,
    ),
    '    </titleStmt>',
    '    <publicationStmt><p>Written by Egiz</p></publicationStmt>',
    '    <sourceDesc>',
    ...sides.map(({ language, title, translator, ...edition }) => {
      const names = [
        `<title>${xmlText(title)}</title>`,
        ...(translator === undefined ? [] : [`<editor role="translator">${xmlText(translator)}</editor>`]),
        ...(typeof edition['date'] === 'string' ? [`<date>${xmlText(edition['date'])}</date>`] : []),
      ];
      return `      <bibl${xmlAttributes({ 'xml:lang': language })}>${names.join('')}</bibl>`;
    }),
    '    </sourceDesc>',
    '  </fileDesc>',
    '  <profileDesc><langUsage>',
    ...[...new Set(sides.map(({ language }) => language))].map(
      (tag) => `    <language${xmlAttributes({ ident: tag })}>${xmlText(tag)}</language>`,
    ),
    '  </langUsage></profileDesc>',
    '</teiHeader>',
  ];
}

function text(side: BitextSide, ids: Ids): string[] {
  const { edition, paragraphs } = side;
  const starts = sectionStarts(side);
  const lines: string[] = [];
  /** The levels of the divisions that are open. */
  const open: number[] = [];
  const put = (line: string): void => void lines.push(`${'  '.repeat(open.length + 2)}${line}`);
  const closeTo = (level: number): void => {
    while ((open.at(-1) ?? -1) >= level) {
      open.pop();
      put('</div>');
    }
  };
  for (const paragraph of paragraphs) {
    const section = starts.get(paragraph.id);
    if (section !== undefined) {
      closeTo(section.level);
      put(`<div${xmlAttributes({ type: 'section', subtype: `level${String(section.level)}` })}>`);
      open.push(section.level);
      for (const head of heads(section, paragraph, edition.language)) put(head);
    }
    put(block(paragraph, section !== undefined, ids));
  }
  closeTo(0);
  const attributes = xmlAttributes({
    'xml:id': ids.edition(edition.id),
    'xml:lang': edition.language,
    'xml:space': 'preserve',
    n: edition.title === '' ? null : edition.title,
  });
  return [`<text${attributes}>`, '  <body>', ...lines, '  </body>', '</text>'];
}

/** The titles of a section that its first paragraph does not say. */
function heads(section: Section, first: Paragraph, language: string): string[] {
  if (isPlain(section, first, language)) return [];
  const type = section.editorial === true ? 'editorial' : 'title';
  const titles = Object.entries(section.titles);
  if (titles.length === 0) return [`<head${xmlAttributes({ type })}/>`];
  return titles.map(([tag, title]) => `<head${xmlAttributes({ type, 'xml:lang': tag })}>${xmlText(title)}</head>`);
}

function block(paragraph: Paragraph, begins: boolean, ids: Ids): string {
  const { type, level } = paragraph;
  const words = inline(paragraph, ids);
  const attributes = xmlAttributes({
    'xml:id': ids.paragraph(paragraph.id),
    ...foreignOf(paragraph['foreign'])?.attributes,
  });
  switch (type) {
    case 'heading': {
      const kind = xmlAttributes({ type: 'heading', subtype: `level${String(level ?? 1)}` });
      // A head stands at the beginning of its division.
      return begins ? `<head${attributes}${kind}>${words}</head>` : `<ab${attributes}${kind}>${words}</ab>`;
    }
    case 'verse':
      return `<lg${attributes}>${words
        .split('<lb/>')
        .map((line) => `<l>${line}</l>`)
        .join('')}</lg>`;
    case 'quote':
      return `<quote${attributes}><p>${words}</p></quote>`;
    case 'note':
      return `<note${attributes}>${words}</note>`;
    case 'text':
      return `<p${attributes}>${words}</p>`;
  }
}
