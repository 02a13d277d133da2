import type { Paragraph } from '#core/records/paragraph.ts';
import { xmlAttribute, xmlText } from '#core/xml/escape.ts';
import { type Bitext, type BitextOptions, wholeBitext } from '../bitext.ts';
import type { WrittenEntry } from '../writer.ts';
import { glossOf, readingDocument, type ReadingDocument, type Row, type Run } from './document.ts';
import { address } from './markup.ts';
import { paperHue } from './style.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A bitext as a Word document (ECMA-376, WordprocessingML): a table of two columns, a row for what faces each other; notes as
 * footnotes. The entries of the archive in their order. Rules R of `docs/spec/formats.md`.
 */
export function writeDocx(bitext: Bitext, options: BitextOptions = wholeBitext): WrittenEntry[] {
  const document = readingDocument(bitext, options);
  const links = new Links();
  const body = bodyOf(document, links);
  return [
    { name: '[Content_Types].xml', data: contentTypes },
    { name: '_rels/.rels', data: packageParts },
    { name: 'docProps/core.xml', data: properties(document) },
    { name: 'word/document.xml', data: body },
    { name: 'word/styles.xml', data: styles(document.languages[0]) },
    { name: 'word/footnotes.xml', data: footnotes(document) },
    { name: 'word/_rels/document.xml.rels', data: links.part() },
  ];
}

/** The addresses that the document leads to; each has a relation. */
class Links {
  readonly #ids = new Map<string, string>();

  id(href: string): string {
    const id = this.#ids.get(href) ?? `link${String(this.#ids.size + 1)}`;
    this.#ids.set(href, id);
    return id;
  }

  part(): string {
    const links = [...this.#ids].map(
      ([href, id]) =>
        `<Relationship Id="${id}" Type="${officeRelations}/hyperlink" Target="${xmlAttribute(href)}" TargetMode="External"/>`,
    );
    return `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="styles" Type="${officeRelations}/styles" Target="styles.xml"/><Relationship Id="footnotes" Type="${officeRelations}/footnotes" Target="footnotes.xml"/>${links.join('')}</Relationships>\n`;
  }
}

function bodyOf(document: ReadingDocument, links: Links): string {
  const parts = [paragraph('Title', plain(document.title))];
  if (document.author !== null) parts.push(paragraph('Subtitle', plain(document.author)));
  for (const { title, editorial, rows } of document.chapters) {
    if (editorial && title !== null) parts.push(paragraph('Heading1', plain(title)));
    parts.push(table(rows, document, links), paragraph(null, ''));
  }
  for (const term of document.terms) {
    const gloss = glossOf(term, document.languages[1]);
    parts.push(paragraph(null, `<w:r><w:rPr><w:b/></w:rPr>${words(term.headword)}</w:r>${plain(` – ${gloss}`)}`));
  }
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>';
  return `${head}<w:document xmlns:w="${main}" xmlns:r="${officeRelations}"><w:body>${parts.join('')}${page}</w:body></w:document>\n`;
}

/** Half of what an A4 page has between its margins, in twentieths of a point. */
const width = 4819;

function table(rows: readonly Row[], document: ReadingDocument, links: Links): string {
  const [own, other] = document.languages;
  const written = rows.map(
    ({ source, target }) => `<w:tr>${cell(source, own, document, links)}${cell(target, other, document, links)}</w:tr>`,
  );
  const margins = '<w:tblCellMar><w:left w:w="113" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar>';
  return `<w:tbl><w:tblPr><w:tblW w:w="${String(width * 2)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${margins}</w:tblPr><w:tblGrid><w:gridCol w:w="${String(width)}"/><w:gridCol w:w="${String(width)}"/></w:tblGrid>${written.join('')}</w:tbl>`;
}

function cell(paragraphs: readonly Paragraph[], language: string, document: ReadingDocument, links: Links): string {
  const inner = paragraphs.map((one) => {
    const runs = document.runs(one).map((run) => runMarkup(run, language, links));
    return paragraph(styleOf(one), runs.join(''));
  });
  // A cell must have a paragraph.
  const content = inner.length === 0 ? '<w:p/>' : inner.join('');
  return `<w:tc><w:tcPr><w:tcW w:w="${String(width)}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
}

function styleOf({ type, level }: Paragraph): string | null {
  if (type === 'heading') return `Heading${String(level ?? 1)}`;
  return type === 'quote' ? 'Quote' : type === 'verse' ? 'Verse' : null;
}

function paragraph(style: string | null, inner: string): string {
  const styled = style === null ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${styled}${inner}</w:p>`;
}

function plain(text: string): string {
  return `<w:r>${words(text)}</w:r>`;
}

function words(text: string): string {
  return `<w:t xml:space="preserve">${xmlText(text)}</w:t>`;
}

function runMarkup({ text, marks, hue, notes }: Run, language: string, links: Links): string {
  const has = (...types: readonly string[]): boolean => marks.some(({ type }) => types.includes(type));
  const raised = has('superscript', 'note') ? 'superscript' : has('subscript') ? 'subscript' : null;
  // In the order that the schema prescribes.
  const looks = [
    has('strong') ? '<w:b/>' : '',
    has('emphasis') ? '<w:i/>' : '',
    hue === null ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${paperHue(hue)}"/>`,
    raised === null ? '' : `<w:vertAlign w:val="${raised}"/>`,
    `<w:lang w:val="${xmlAttribute(language)}"/>`,
  ].join('');
  const inner = text === '\n' ? '<w:br/>' : words(text);
  const run = `<w:r><w:rPr>${looks}</w:rPr>${inner}</w:r>`;
  const href = address(marks.find(({ type }) => type === 'link')?.href);
  const linked = href === null ? run : `<w:hyperlink r:id="${links.id(href)}">${run}</w:hyperlink>`;
  const references = notes.map(
    (number) =>
      `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${String(number)}"/></w:r>`,
  );
  return linked + references.join('');
}

function footnotes({ notes }: ReadingDocument): string {
  const separators =
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';
  const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>';
  const written = notes.map((body, at) => {
    const lines = body
      .split('\n')
      .map((line, number) => paragraph(null, `${number === 0 ? mark : ''}${plain(` ${line}`)}`));
    return `<w:footnote w:id="${String(at + 1)}">${lines.join('')}</w:footnote>`;
  });
  return `${head}<w:footnotes xmlns:w="${main}">${separators}${written.join('')}</w:footnotes>\n`;
}

function styles(language: string): string {
  const style = (id: string, name: string, inPart: string, inRun: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${inPart}</w:pPr><w:rPr>${inRun}</w:rPr></w:style>`;
  const headings = [1, 2, 3, 4, 5, 6].map((level) =>
    style(
      `Heading${String(level)}`,
      `heading ${String(level)}`,
      `<w:keepNext/><w:spacing w:before="160" w:after="80"/><w:outlineLvl w:val="${String(level - 1)}"/>`,
      `<w:b/><w:sz w:val="${String(Math.max(32 - level * 2, 22))}"/>`,
    ),
  );
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif" w:cs="Noto Serif"/><w:sz w:val="21"/><w:lang w:val="${xmlAttribute(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  return [
    `${head}<w:styles xmlns:w="${main}">${defaults}`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    ...headings,
    style('Title', 'Title', '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="40"/>'),
    style('Subtitle', 'Subtitle', '<w:spacing w:after="240"/><w:jc w:val="center"/>', ''),
    style('Quote', 'Quote', '<w:ind w:left="284"/>', ''),
    style('Verse', 'Verse', '<w:ind w:left="284"/>', ''),
    '</w:styles>\n',
  ].join('');
}

const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/><Override PartName="/word/footnotes.xml" ContentType="${types}.footnotes+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>\n`;
const packageParts = `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="document" Type="${officeRelations}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${packageRelations}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>\n`;

function properties({ title, author, languages: [own] }: ReadingDocument): string {
  const creator = author === null ? '' : `<dc:creator>${xmlText(author)}</dc:creator>`;
  return `${head}<cp:coreProperties xmlns:cp="${packageRelations}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title>${creator}<dc:language>${xmlText(own)}</dc:language></cp:coreProperties>\n`;
}
