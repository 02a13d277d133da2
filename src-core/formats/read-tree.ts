import { BrokenXml, readXml, type XmlElement } from '#core/xml/tree.ts';
import { FormatError } from './format-error.ts';

/**
 * The root of an XML file of a format.
 *
 * @param names what the root may be called
 * @param written whether elements keep their names as they are written
 * @throws FormatError damaged for broken XML; not-this for another root
 */
export function readRoot(text: string, names: readonly string[], written = false): XmlElement {
  let root;
  try {
    root = readXml(text, written);
  } catch (error) {
    if (error instanceof BrokenXml) throw new FormatError('damaged', error.message, { line: error.line });
    throw error;
  }
  if (names.includes(root.name)) return root;
  throw new FormatError('not-this', `its root is <${root.name}>, not <${names.join('> or <')}>`);
}
