import { BrokenXml, childrenOf, descendantsOf, readXml, textOf, type XmlElement } from '#core/xml/tree.ts';
import type { Archive } from '../archive.ts';
import { cleanText } from '../clean-text.ts';
import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import type { Imported } from '../imported.ts';
import { languageTagOf } from '../language-tag.ts';
import { type FileKind, OtherKind } from '../other-kind.ts';
import { readRoot } from '../read-tree.ts';
import { Body } from './body.ts';
import { Styles } from './styles.ts';

const contentPart = 'content.xml';
/** What else OpenDocument has bodies for. */
const otherBodies: ReadonlyMap<string, FileKind> = new Map([
  ['spreadsheet', 'sheet'],
  ['presentation', 'slides'],
  ['drawing', 'picture'],
]);

/**
 * Reads a text document of OpenDocument (`.odt`, `.ott`), as LibreOffice and others write it: headings by outline or style, lists,
 * quotations, tables, notes, emphasis, links, text boxes. Pictures, macros, comments and what is embedded are left out; of
 * tracked changes the text as it would be when all are accepted.
 *
 * @throws FormatError protected for one with a password; not-this for a spreadsheet or a presentation
 */
export async function readOdt(archive: Archive): Promise<Imported> {
  if (archive.names.has('META-INF/manifest.xml') && isEncrypted(await archive.text('META-INF/manifest.xml'))) {
    throw new FormatError('protected', 'it is encrypted with a password', { entry: contentPart });
  }
  if (!archive.names.has(contentPart)) throw new FormatError('damaged', `it has no ${contentPart}`);
  const findings = new Findings();
  for (const name of archive.names) {
    const place = { place: { entry: name } };
    if (/^(?:Basic|Scripts)\/.*[^/]$/u.test(name)) findings.add('dropped', 'macros-dropped', place);
  }
  const content = rootIn(await archive.text(contentPart), ['document-content'], contentPart);
  const styles = await help(archive, 'styles.xml');
  const meta = await help(archive, 'meta.xml');
  return imported(content, [...(styles === null ? [] : [styles]), content], meta, findings);
}

/** Reads a text document of OpenDocument that is a single file of XML (`.fodt`). @throws FormatError */
export function readFlatOdt(text: string): Imported {
  const root = readRoot(text, ['document']);
  return imported(root, [root], root, new Findings());
}

function imported(
  content: XmlElement,
  styled: readonly XmlElement[],
  meta: XmlElement | null,
  findings: Findings,
): Imported {
  const styles = new Styles(styled);
  const [whole] = childrenOf(content, 'body');
  const body = whole === undefined ? [] : childrenOf(whole, 'text');
  const other = whole?.children.find((child) => typeof child !== 'string');
  if (body.length === 0) {
    const kind = typeof other === 'object' ? otherBodies.get(other.name) : undefined;
    if (kind !== undefined) throw new OtherKind(kind);
    const what = typeof other === 'object' ? `its body is a ${other.name}` : 'it has no body';
    throw new FormatError('not-this', `${what}, not a text`, { entry: contentPart });
  }
  const blocks = body.flatMap((one) => new Body(styles, findings).read(one));
  if (blocks.length === 0) throw new FormatError('empty', 'there is no text in it');
  const [info] = meta === null ? [] : descendantsOf(meta, 'meta');
  const said = (name: string): string | null => {
    const [element] = info === undefined ? [] : childrenOf(info, name);
    const words = element === undefined ? '' : cleanText(textOf(element), findings).replace(/\s+/gu, ' ');
    return words === '' ? null : words;
  };
  return {
    texts: [
      {
        title: said('title') ?? blocks.find(({ type }) => type === 'heading')?.text ?? null,
        // Who made it; the other is who saved it last.
        author: said('initial-creator') ?? said('creator'),
        translator: null,
        date: null,
        language: languageTagOf(said('language')) ?? languageTagOf(styles.language),
        blocks,
      },
    ],
    links: [],
    findings: findings.list(),
  };
}

function isEncrypted(manifest: string): boolean {
  return /<(?:[\w.-]+:)?encryption-data[\s/>]/u.test(manifest);
}

function rootIn(text: string, names: readonly string[], entry: string): XmlElement {
  try {
    return readRoot(text, names);
  } catch (error) {
    if (error instanceof FormatError) throw new FormatError(error.code, error.message, { entry, ...error.place });
    throw error;
  }
}

/** A part that only helps: damaged, it says nothing. */
async function help(archive: Archive, name: string): Promise<XmlElement | null> {
  if (!archive.names.has(name)) return null;
  try {
    return readXml(await archive.text(name));
  } catch (error) {
    if (error instanceof BrokenXml) return null;
    throw error;
  }
}
