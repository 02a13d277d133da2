import { SaxesParser } from 'saxes';

/** An element of an XML file. Names are without their prefix, those of attributes as well: `xml:lang` is `lang`. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Elements and texts in their order. */
  children: (XmlElement | string)[];
  /** The line of the file on which its start tag ends, from 1. */
  line: number;
  /** Its name and attributes as they are written, prefixes and all, where `readXml` was asked for them. */
  written?: { readonly name: string; readonly attributes: Readonly<Record<string, string>> };
}

/** Thrown for text that is no well-formed XML. */
export class BrokenXml extends Error {
  override readonly name = 'BrokenXml';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** No file that a program wrote nests deeper; one made to exhaust the stack does. */
const mostDepth = 200;

/**
 * Reads an XML file whole. No entity is expanded but the five of XML itself and characters by number; nothing is read
 * from outside the file.
 *
 * @param written whether elements keep their names as they are written, so that they can be written again
 * @throws BrokenXml
 */
export function readXml(text: string, written = false): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  parser.on('error', ({ message }) => {
    // saxes puts line and column first.
    throw new BrokenXml(message.replace(/^\d+:\d+:\s*/u, ''), parser.line);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = {
      name: withoutPrefix(name),
      attributes: byLocalName(attributes),
      children: [],
      line: parser.line,
      ...(written ? { written: { name, attributes } } : {}),
    };
    if (open.length >= mostDepth) {
      throw new BrokenXml(`elements are nested more than ${String(mostDepth)} deep`, parser.line);
    }
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (part: string): void => void open.at(-1)?.children.push(part);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text.startsWith('\uFEFF') ? text.slice(1) : text).close();
  if (root === null) throw new BrokenXml('there is no element', parser.line);
  return root;
}

/** An attribute without prefix is the element's own: `its:version` or `m:version` beside it does not hide it. */
function byLocalName(attributes: Readonly<Record<string, string>>): Map<string, string> {
  const all = Object.entries(attributes);
  return new Map([
    ...all
      .filter(([name]) => name.includes(':'))
      .map(([name, value]): [string, string] => [withoutPrefix(name), value]),
    ...all.filter(([name]) => !name.includes(':')),
  ]);
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The elements directly inside, of these names. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string').filter(({ name }) => names.includes(name));
}

/** The elements of these names however deep inside, in the order of the file; not inside of one another. */
export function descendantsOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return names.includes(child.name) ? [child] : descendantsOf(child, ...names);
  });
}

/** The text of an element with that of all elements inside, without the white space around it. */
export function textOf(element: XmlElement): string {
  return wholeText(element).trim();
}

function wholeText({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : wholeText(child))).join('');
}
