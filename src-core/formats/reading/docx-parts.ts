import { xmlAttribute, xmlText } from '#core/xml/escape.ts';
import type { ReadingDocument } from './document.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Root = 'document' | 'styles' | 'settings' | 'footnotes' | 'ftr' | 'Relationships';

/** A part of a Word document: its root element, and what is in it as XML. */
export function part(root: Root, inner: string): string {
  const [name, spaces] =
    root === 'Relationships'
      ? [root, `xmlns="${packageRelations}"`]
      : [`w:${root}`, `xmlns:w="${main}" xmlns:r="${officeRelations}"`];
  return `${head}<${name} ${spaces}>${inner}</${name}>\n`;
}

/** The number of the page. */
export const footer = part(
  'ftr',
  '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
);

/** As Word of today lays out, not as one of 2007. */
export const settings = part(
  'settings',
  '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
);

/** How paragraphs and notes look. @param language of the original */
export function styles(language: string): string {
  const fonts = '<w:rFonts w:ascii="Noto Serif" w:hAnsi="Noto Serif" w:cs="Noto Naskh Arabic"/>';
  const style = (id: string, name: string, inPart: string, inRun: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${inPart}</w:pPr><w:rPr>${inRun}</w:rPr></w:style>`;
  const size = (half: number): string => `<w:sz w:val="${String(half)}"/><w:szCs w:val="${String(half)}"/>`;
  const headings = [1, 2, 3, 4, 5, 6].map((level) =>
    style(
      `Heading${String(level)}`,
      `heading ${String(level)}`,
      `<w:keepNext/><w:keepLines/><w:spacing w:before="160" w:after="80"/><w:outlineLvl w:val="${String(level - 1)}"/>`,
      `<w:b/><w:bCs/>${size(Math.max(32 - level * 2, 22))}`,
    ),
  );
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(21)}<w:lang w:val="${xmlAttribute(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  const quiet = '<w:color w:val="595959"/>';
  return part(
    'styles',
    [
      defaults,
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
      ...headings,
      style('Title', 'Title', '<w:spacing w:before="480"/><w:jc w:val="center"/>', `<w:b/><w:bCs/>${size(44)}`),
      style('Subtitle', 'Subtitle', '<w:spacing w:after="240"/><w:jc w:val="center"/>', size(26)),
      style('About', 'About the text', '<w:spacing w:after="40"/><w:jc w:val="center"/>', quiet + size(19)),
      style(
        'ColumnHead',
        'Head of a column',
        '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="A6A6A6"/></w:pBdr><w:spacing w:after="120"/>',
        quiet + size(17),
      ),
      style('Gap', 'Gap', '<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>', size(8)),
      style('Quote', 'Quote', '<w:ind w:left="284"/>', ''),
      style('Verse', 'Verse', '<w:ind w:left="284"/>', ''),
      style('TextNote', 'Note in the text', '', size(18)),
      style('Colophon', 'Colophon', '<w:spacing w:before="120" w:after="0"/>', quiet + size(18)),
      style('FootnoteText', 'footnote text', '<w:spacing w:after="20" w:line="240" w:lineRule="auto"/>', size(17)),
      '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
      '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B6B62"/><w:u w:val="single"/></w:rPr></w:style>',
    ].join(''),
  );
}

const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const override = (name: string, type: string): string =>
  `<Override PartName="/word/${name}.xml" ContentType="${types}.${type}+xml"/>`;
const overrides = [
  override('document', 'document.main'),
  override('styles', 'styles'),
  override('settings', 'settings'),
  override('footnotes', 'footnotes'),
  override('footer', 'footer'),
].join('');

/** The parts of the archive and what they are. */
export const contentTypes = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>\n`;

export const packageParts = part(
  'Relationships',
  `<Relationship Id="document" Type="${officeRelations}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="${packageRelations}/metadata/core-properties" Target="docProps/core.xml"/>`,
);

/** What the system shows of the file. */
export function properties({ title, author, languages: [own] }: ReadingDocument): string {
  const creator = author === null ? '' : `<dc:creator>${xmlText(author)}</dc:creator>`;
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title>${creator}<dc:language>${xmlText(own)}</dc:language></cp:coreProperties>\n`;
}
