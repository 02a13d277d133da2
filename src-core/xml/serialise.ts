import { xmlAttribute, xmlText } from './escape.ts';
import { BrokenXml, readXml, type XmlElement } from './tree.ts';

/** Namespaces by their prefix, as they are declared around an element; the default one under the empty string. */
export type Namespaces = Readonly<Record<string, string>>;

/** What an element declares, with what is declared around it. */
export function declaredIn({ written }: XmlElement, around: Namespaces): Namespaces {
  const found: Record<string, string> = { ...around };
  for (const [name, value] of Object.entries(written?.attributes ?? {})) {
    if (name === 'xmlns') found[''] = value;
    else if (name.startsWith('xmlns:')) found[name.slice('xmlns:'.length)] = value;
  }
  return found;
}

/**
 * An element as XML that stands for itself: the namespaces it needs from around are declared in it. It must have been read with
 * its names as written.
 */
export function serialise(element: XmlElement, around: Namespaces): string {
  const used = new Set<string>();
  collectPrefixes(element, used);
  const own = new Set(Object.keys(element.written?.attributes ?? {}));
  const needed = [...used].flatMap((prefix): [string, string][] => {
    const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    const value = around[prefix];
    return value === undefined || prefix === 'xml' || own.has(name) ? [] : [[name, value]];
  });
  return asText(element, Object.fromEntries(needed));
}

function collectPrefixes({ written: as, children }: XmlElement, used: Set<string>): void {
  used.add(prefixOf(as?.name ?? ''));
  for (const name of Object.keys(as?.attributes ?? {})) if (name.includes(':')) used.add(prefixOf(name));
  for (const child of children) if (typeof child !== 'string') collectPrefixes(child, used);
}

function prefixOf(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? '' : name.slice(0, at);
}

function asText({ name, written: as, children }: XmlElement, more: Readonly<Record<string, string>> = {}): string {
  const tag = as?.name ?? name;
  const attributes = Object.entries({ ...more, ...as?.attributes })
    .map(([key, value]) => ` ${key}="${xmlAttribute(value)}"`)
    .join('');
  const inner = children.map((child) => (typeof child === 'string' ? xmlText(child) : asText(child))).join('');
  return inner === '' ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${inner}</${tag}>`;
}

/** Whether a text that a record keeps is one whole element of XML, which can be put into a file. */
export function isElement(text: string): boolean {
  try {
    readXml(text);
    return true;
  } catch (error) {
    if (error instanceof BrokenXml) return false;
    throw error;
  }
}
