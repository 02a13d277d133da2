import mammoth from 'mammoth';
import { cleanText } from '#core/formats/clean-text.ts';
import { FormatError } from '#core/formats/format-error.ts';
import { Findings } from '#core/formats/findings.ts';
import { Styles } from '#core/formats/html/css.ts';
import { parseHtml } from '#core/formats/html/read-html.ts';
import { toBlocks } from '#core/formats/html/to-blocks.ts';
import type { Imported } from '#core/formats/imported.ts';
import { languageTagOf } from '#core/formats/language-tag.ts';
import { serialise } from '#core/xml/serialise.ts';
import { BrokenXml, descendantsOf, readXml, textOf, type XmlElement } from '#core/xml/tree.ts';
import type { ZipArchive } from '#main/container/read-zip.ts';
import { type NewEntry, writeZip } from '#main/container/write-zip.ts';
import { Numbering } from './docx/numbering.ts';
import { Preparation, understood } from './docx/prepare.ts';
import { DocumentStyles, hasText } from './docx/styles.ts';
import { messageOf } from '#main/message-of.ts';

const mainPart = 'word/document.xml';
/** Parts of a package that its text is made of; others (macros, pictures, fonts, embedded files) are never unpacked. */
const textParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/(?:document|footnotes|endnotes)\.xml\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|settings)\.xml)$/u;
/** Bytes of one part that are read: a thousand printed pages have some 20 MB. */
const mostPart = 96 * 1024 * 1024;

/** What becomes of the styles that `Preparation` gives. */
const styles = [
  `p.${understood.title} => h1:fresh`,
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.${understood.heading}${String(level)} => h${String(level)}:fresh`),
  `p.${understood.quote} => blockquote > p:fresh`,
  `p.${understood.centred} => p.centred:fresh`,
];

/**
 * Reads a Word document (`.docx`, ECMA-376): headings by their styles and outline, lists with their numbers, quotes, tables,
 * notes, emphasis, links, text in boxes. Pictures, macros, comments, contents, headers and what is embedded are left out; of
 * tracked changes the text as it would be when all are accepted.
 *
 * @throws FormatError
 */
export async function readDocx(archive: ZipArchive): Promise<Imported> {
  if (!archive.entries.has(mainPart)) throw new FormatError('not-this', `it has no ${mainPart}`, { entry: mainPart });
  const findings = new Findings();
  await report(archive, findings);
  const parts = await textOnly(archive, findings);
  const { value } = await converted(await writeZip(parts));
  const looks = new Styles();
  looks.add('.centred { text-align: center }');
  const blocks = toBlocks(parseHtml(value), { findings, styles: looks });
  if (blocks.length === 0) throw new FormatError('empty', 'there is no text in it');
  const about = await properties(archive);
  const clean = (text: string | null): string | null => (text === null ? null : cleanText(text, findings));
  return {
    texts: [
      {
        title: clean(about('title')) ?? blocks.find(({ type }) => type === 'heading')?.text ?? null,
        author: clean(about('creator')),
        translator: null,
        date: null,
        language: languageTagOf(about('language')) ?? languageTagOf(styledLanguage(parts)),
        blocks,
      },
    ],
    links: [],
    findings: findings.list(),
  };
}

async function report(archive: ZipArchive, findings: Findings): Promise<void> {
  for (const name of archive.entries.keys()) {
    const place = { place: { entry: name } };
    if (/vbaProject\.bin$|vbaData\.xml$/iu.test(name)) findings.add('dropped', 'macros-dropped', place);
    if (name.startsWith('word/embeddings/')) findings.add('dropped', 'media-dropped', place);
    if (name === 'word/comments.xml') {
      // Some programs write the part for a document without any.
      const root = tree(await archive.text(name, mostPart));
      const count = root === null ? 1 : descendantsOf(root, 'comment').length;
      if (count > 0) findings.add('dropped', 'comments-dropped', place, count);
    }
    if (/^word\/(?:header|footer)\d*\.xml$/u.test(name)) {
      const root = tree(await archive.text(name, mostPart));
      if (root !== null && hasText(root)) findings.add('dropped', 'running-heads-dropped', place);
    }
  }
}

/** The parts of which the text is made, which are prepared before mammoth reads them. */
const prepared = /^word\/(?:document|footnotes|endnotes)\.xml$/u;

/**
 * The parts with text, unpacked under our own limits and packed again: what mammoth unpacks has no surprises. Relations that
 * lead out of the package stay for links only.
 */
async function textOnly(archive: ZipArchive, findings: Findings): Promise<NewEntry[]> {
  const read = async (name: string): Promise<XmlElement | null> =>
    archive.entries.has(name) ? whole(name, await archive.text(name, mostPart)) : null;
  const documentStyles = new DocumentStyles(await read('word/styles.xml'));
  const numbering = new Numbering(await read('word/numbering.xml'));
  const parts: NewEntry[] = [];
  for (const name of archive.entries.keys()) {
    if (!textParts.test(name)) continue;
    const root = await read(name);
    if (root === null || !prepared.test(name)) {
      parts.push({ name, data: await archive.bytes(name, mostPart) });
      continue;
    }
    new Preparation(documentStyles, numbering, findings).prepare(root);
    parts.push({ name, data: serialise(root, {}) });
  }
  return parts;
}

/** A part as a tree. mammoth mends what is broken, and takes hours for elements that never end; a program writes none. */
function whole(name: string, text: string): XmlElement {
  try {
    return readXml(text, true);
  } catch (error) {
    if (error instanceof BrokenXml) throw new FormatError('damaged', error.message, { entry: name, line: error.line });
    throw error;
  }
}

async function converted(buffer: Uint8Array): Promise<{ value: string }> {
  try {
    return await mammoth.convertToHtml(
      { buffer: Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength) },
      {
        styleMap: styles,
        // A document may bring a map of its own; books are not trusted with one.
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        ignoreEmptyParagraphs: true,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
  } catch (error) {
    if (error instanceof RangeError) throw new FormatError('too-large', 'it is nested too deep', { entry: mainPart });
    const reason = messageOf(error);
    throw new FormatError('damaged', reason.replace(/\s+/gu, ' ').slice(0, 200), { entry: mainPart });
  }
}

/** What the document says of itself (its core properties). */
async function properties(archive: ZipArchive): Promise<(name: string) => string | null> {
  const name = 'docProps/core.xml';
  if (!archive.entries.has(name)) return () => null;
  const root = tree(await archive.text(name, 1024 * 1024));
  return (property) => {
    const [element] = root === null ? [] : descendantsOf(root, property);
    const text = element === undefined ? '' : textOf(element);
    return text === '' ? null : text;
  };
}

/** The language that the styles give to all text. */
function styledLanguage(parts: readonly NewEntry[]): string | null {
  const data = parts.find(({ name }) => name === 'word/styles.xml')?.data;
  if (data === undefined) return null;
  const root = tree(typeof data === 'string' ? data : Buffer.from(data).toString('utf8'));
  const [defaults] = root === null ? [] : descendantsOf(root, 'docDefaults');
  const [lang] = defaults === undefined ? [] : descendantsOf(defaults, 'lang');
  return lang?.attributes.get('val') ?? null;
}

/** What says something about a text only helps: damaged, it says nothing. */
function tree(text: string): XmlElement | null {
  try {
    return readXml(text);
  } catch (error) {
    if (error instanceof BrokenXml) return null;
    throw error;
  }
}
