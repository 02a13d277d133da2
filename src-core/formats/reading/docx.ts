import { direction } from '#core/language/direction.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { xmlAttribute, xmlText } from '#core/xml/escape.ts';
import { type Bitext, type BitextOptions, wholeBitext } from '../bitext.ts';
import type { WrittenEntry } from '../writer.ts';
import { type Chapter, glossOf, readingDocument, type ReadingDocument, type Row, type Run } from './document.ts';
import {
  contentTypes,
  footer,
  officeRelations,
  packageParts,
  properties,
  settings,
  styles,
  part,
} from './docx-parts.ts';
import { labelIn, labelOf } from './labels.ts';
import { address } from './markup.ts';
import type { NoteBlock } from './note-text.ts';
import { paperHue, wordLine } from './style.ts';

/**
 * A bitext as a Word document (ECMA-376, WordprocessingML): a table of two columns, a row for what faces each other, with the
 * texts' names at the head of every page; notes as footnotes. The entries of the archive in their order. Rules R of
 * `docs/spec/formats.md`.
 */
export function writeDocx(bitext: Bitext, options: BitextOptions = wholeBitext): WrittenEntry[] {
  const document = readingDocument(bitext, options);
  const [links, linksOfNotes] = [new Links(), new Links()];
  const body = bodyOf(document, links);
  const notes = footnotes(document, linksOfNotes);
  return [
    { name: '[Content_Types].xml', data: contentTypes },
    { name: '_rels/.rels', data: packageParts },
    { name: 'docProps/core.xml', data: properties(document) },
    { name: 'word/document.xml', data: body },
    { name: 'word/styles.xml', data: styles(document.languages[0]) },
    { name: 'word/settings.xml', data: settings },
    { name: 'word/footnotes.xml', data: notes },
    { name: 'word/footer.xml', data: footer },
    { name: 'word/_rels/document.xml.rels', data: links.part(['styles', 'settings', 'footnotes', 'footer']) },
    { name: 'word/_rels/footnotes.xml.rels', data: linksOfNotes.part([]) },
  ];
}

/** The addresses that a part leads to; each has a relation. */
class Links {
  readonly #ids = new Map<string, string>();

  id(href: string): string {
    const id = this.#ids.get(href) ?? `link${String(this.#ids.size + 1)}`;
    this.#ids.set(href, id);
    return id;
  }

  part(names: readonly string[]): string {
    const parts = names.map(
      (name) => `<Relationship Id="${name}" Type="${officeRelations}/${name}" Target="${name}.xml"/>`,
    );
    const links = [...this.#ids].map(
      ([href, id]) =>
        `<Relationship Id="${id}" Type="${officeRelations}/hyperlink" Target="${xmlAttribute(href)}" TargetMode="External"/>`,
    );
    return part('Relationships', [...parts, ...links].join(''));
  }
}

function bodyOf(document: ReadingDocument, links: Links): string {
  const { title, author, chapters, terms, languages } = document;
  const parts = [paragraph('Title', plain(title))];
  if (author !== null) parts.push(paragraph('Subtitle', plain(author)));
  parts.push(front(document));
  for (const { head, rows } of tables(chapters)) parts.push(head, table(rows, document, links));
  if (terms.length > 0) parts.push(paragraph('Heading1', plain(labelOf('glossary', languages))));
  for (const term of terms) {
    const gloss = glossOf(term, languages[1]);
    const word = spokenRuns(term.headword, languages[0], '<w:b/><w:bCs/>');
    parts.push(paragraph(null, word + plain(' – ') + spokenRuns(gloss, languages[1])));
  }
  // After a table there must be a paragraph.
  parts.push(...colophon(document), paragraph('Gap', ''));
  const page =
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="567" w:gutter="0"/></w:sectPr>';
  return part('document', `<w:body>${parts.join('')}${page}</w:body>`);
}

/** Chapters of the first level begin a page, those with an editor's title a table; any other goes on in the table before it. */
function tables(chapters: readonly Chapter[]): { head: string; rows: readonly Row[] }[] {
  const made: { head: string; rows: Row[] }[] = [];
  for (const { title, level, editorial, rows } of chapters) {
    const last = made.at(-1);
    const isNamed = editorial && title !== null;
    if (last !== undefined && level > 1 && !isNamed) {
      for (const row of rows) last.rows.push(row);
      continue;
    }
    const page = last !== undefined && level === 1 ? '<w:pageBreakBefore/>' : '';
    // Tables that touch would become one.
    const head = isNamed ? paragraph('Heading1', plain(title), page) : paragraph('Gap', '', page);
    made.push({ head, rows: [...rows] });
  }
  return made;
}

/** What is said of each text, above the column in which it stands. */
function front({ editions, title: main }: ReadingDocument): string {
  const cells = editions.map(({ language, title, translator, date }) => {
    const said = [
      ...(title === '' || title === main ? [] : [title]),
      ...(translator === null ? [] : [`${labelOf('translator', [language])}: ${translator}`]),
      ...(date === null ? [] : [date]),
    ];
    const inner = said.map((line) => paragraph('About', spokenRuns(line, language), inDirection(language)));
    return tableCell(inner.join(''));
  });
  return `<w:tbl>${tableHead(editions[0].language)}<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr></w:tbl>`;
}

function colophon({ legend, languages }: ReadingDocument): string[] {
  const colours = legend.map(({ hue, name }) => `<w:r><w:rPr>${highlighted(hue)}</w:rPr>${words(name)}</w:r>`);
  const made = [...new Set(languages.flatMap((tag) => labelIn('made', tag) ?? []))];
  return [
    ...(colours.length === 0
      ? []
      : [paragraph('Colophon', plain(`${labelOf('highlights', languages)}: `) + colours.join(plain('  ')))]),
    ...made.map((line) => paragraph('Colophon', plain(line))),
  ];
}

/** Half of what an A4 page has between its margins, in twentieths of a point. */
const width = 4819;

/** The original stands where reading begins: on the right, where it is written from there. */
function tableHead(own: string): string {
  const visual = direction(own) === 'rtl' ? '<w:bidiVisual/>' : '';
  return `<w:tblPr>${visual}<w:tblW w:w="${String(width * 2)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="113" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="${String(width)}"/><w:gridCol w:w="${String(width)}"/></w:tblGrid>`;
}

function table(rows: readonly Row[], document: ReadingDocument, links: Links): string {
  const [own, other] = document.languages;
  const names = document.editions.map(({ language, title }) =>
    tableCell(paragraph('ColumnHead', spokenRuns(title === '' ? language : title, language), inDirection(language))),
  );
  const written = rows.map(({ source, target }) => {
    const cells = cell(source, own, document, links) + cell(target, other, document, links);
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`;
  });
  const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${names.join('')}</w:tr>`;
  return `<w:tbl>${tableHead(own)}${head}${written.join('')}</w:tbl>`;
}

function cell(paragraphs: readonly Paragraph[], language: string, document: ReadingDocument, links: Links): string {
  const inner = paragraphs.map((one) => {
    const runs = document.runs(one).map((run) => runMarkup(run, language, links));
    return paragraph(styleOf(one), runs.join(''), inDirection(language));
  });
  return tableCell(inner.join(''));
}

/** A cell must have a paragraph. */
function tableCell(inner: string): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/></w:tcPr>${inner === '' ? '<w:p/>' : inner}</w:tc>`;
}

function styleOf({ type, level }: Paragraph): string | null {
  if (type === 'heading') return `Heading${String(level ?? 1)}`;
  return type === 'quote' ? 'Quote' : type === 'verse' ? 'Verse' : type === 'note' ? 'TextNote' : null;
}

/** @param more properties, in the order that the schema prescribes */
function paragraph(style: string | null, inner: string, more = ''): string {
  const named = style === null ? '' : `<w:pStyle w:val="${style}"/>`;
  const said = named === '' && more === '' ? '' : `<w:pPr>${named}${more}</w:pPr>`;
  return `<w:p>${said}${inner}</w:p>`;
}

function plain(text: string): string {
  return `<w:r>${words(text)}</w:r>`;
}

function words(text: string): string {
  return `<w:t xml:space="preserve">${xmlText(text)}</w:t>`;
}

/** From which side a paragraph is written. */
function inDirection(language: string): string {
  return direction(language) === 'rtl' ? '<w:bidi/>' : '';
}

/** In which language a run is. @param right whether it is written from the right */
function spoken(language: string, right: boolean): string {
  const tag = xmlAttribute(language);
  return right ? `<w:rtl/><w:lang w:bidi="${tag}"/>` : `<w:lang w:val="${tag}"/>`;
}

/** Stretches of letters that are written from the left, in a text that is not. */
const fromLeft =
  /([\p{Script=Latin}\p{Script=Cyrillic}](?:[\p{Script=Latin}\p{Script=Cyrillic}\d '’-]*[\p{Script=Latin}\p{Script=Cyrillic}\d])?)/u;

/** A text as runs of one direction each, since Word goes by the run and not by its letters. */
function spokenRuns(text: string, language: string, looks = ''): string {
  const run = (stretch: string, right: boolean): string =>
    `<w:r><w:rPr>${looks}${spoken(language, right)}</w:rPr>${words(stretch)}</w:r>`;
  if (direction(language) === 'ltr') return run(text, false);
  return text
    .split(fromLeft)
    .map((stretch, at) => (stretch === '' ? '' : run(stretch, at % 2 === 0)))
    .join('');
}

/** Colour behind, and a line below that tells the colours apart in black and white. */
function highlighted(hue: NonNullable<Run['hue']>): string {
  return `<w:u w:val="${wordLine(hue)}"/><w:shd w:val="clear" w:color="auto" w:fill="${paperHue(hue)}"/>`;
}

function runMarkup({ text, marks, hue, notes }: Run, language: string, links: Links): string {
  const has = (...types: readonly string[]): boolean => marks.some(({ type }) => types.includes(type));
  const raised = has('superscript', 'note') ? 'superscript' : has('subscript') ? 'subscript' : null;
  const href = address(marks.find(({ type }) => type === 'link')?.href);
  // In the order that the schema prescribes.
  const looks = [
    href === null ? '' : '<w:rStyle w:val="Hyperlink"/>',
    has('strong') ? '<w:b/><w:bCs/>' : '',
    has('emphasis') ? '<w:i/><w:iCs/>' : '',
    hue === null ? '' : highlighted(hue),
    raised === null ? '' : `<w:vertAlign w:val="${raised}"/>`,
  ].join('');
  const run = text === '\n' ? '<w:r><w:br/></w:r>' : spokenRuns(text, language, looks);
  const linked = href === null ? run : `<w:hyperlink r:id="${links.id(href)}">${run}</w:hyperlink>`;
  const references = notes.map(({ number, first }) => {
    // Word counts footnotes by itself, so a number that stands a second time is text.
    const sign = first ? `<w:footnoteReference w:id="${String(number)}"/>` : words(String(number));
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>${sign}</w:r>`;
  });
  return linked + references.join('');
}

function footnotes({ notes }: ReadingDocument, links: Links): string {
  const separators =
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';
  const mark = `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>${plain(' ')}`;
  const written = notes.map(({ blocks, tags }, at) => {
    const tagged = tags.map((tag) => `#${tag}`).join(' ');
    const inner = [...blocks.map((block) => noteRuns(block, links)), ...(tagged === '' ? [] : [plain(tagged)])];
    const [first = '', ...rest] = inner;
    const paragraphs = [mark + first, ...rest].map((runs) => paragraph('FootnoteText', runs));
    return `<w:footnote w:id="${String(at + 1)}">${paragraphs.join('')}</w:footnote>`;
  });
  return part('footnotes', separators + written.join(''));
}

function noteRuns({ type, sign, runs }: NoteBlock, links: Links): string {
  const written = runs.map(({ text, emphasis, strong, code, href }) => {
    const to = address(href ?? undefined);
    const looks = [
      to === null ? '' : '<w:rStyle w:val="Hyperlink"/>',
      code ? '<w:rFonts w:ascii="Noto Sans Mono" w:hAnsi="Noto Sans Mono" w:cs="Noto Sans Mono"/>' : '',
      strong ? '<w:b/>' : '',
      emphasis !== (type === 'quote') ? '<w:i/>' : '',
    ].join('');
    const run = `<w:r><w:rPr>${looks}</w:rPr>${text === '\n' ? '<w:br/>' : words(text)}</w:r>`;
    return to === null ? run : `<w:hyperlink r:id="${links.id(to)}">${run}</w:hyperlink>`;
  });
  return (sign === '' ? '' : plain(`${sign} `)) + written.join('');
}
