import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { type Archive, resolved } from '../archive.ts';
import { FormatError } from '../format-error.ts';
import { readPart } from './part.ts';

/** A file of a book, as the package says. */
interface Item {
  readonly name: string;
  readonly type: string;
  readonly properties: readonly string[];
}

/** What the package document of an EPUB says (EPUB 3.3 §5, OPF 2.0). */
export interface Package {
  readonly title: string | null;
  readonly author: string | null;
  readonly translator: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly identifier: string | null;
  /** The names of the pages, in reading order. */
  readonly pages: readonly string[];
  /** Those of them that are a cover or printed contents, as the book's guide says. */
  readonly besides: ReadonlyMap<string, 'cover' | 'contents'>;
  /** The contents: EPUB 3's navigation document or EPUB 2's NCX. */
  readonly contents: { readonly name: string; readonly type: 'nav' | 'ncx' } | null;
}

/** Reads the container and the package document. @throws FormatError */
export async function readPackage(archive: Archive): Promise<Package> {
  if (!archive.names.has('META-INF/container.xml')) {
    throw new FormatError('not-this', 'it has no META-INF/container.xml', { entry: 'META-INF/container.xml' });
  }
  await refuseProtected(archive);
  const container = await readPart(archive, 'META-INF/container.xml');
  const path = descendantsOf(container, 'rootfile')
    .map((element) => element.attributes.get('full-path'))
    .find((found) => found !== undefined && archive.names.has(found));
  if (path === undefined) {
    throw new FormatError('damaged', 'its container names no package document', { entry: 'META-INF/container.xml' });
  }
  return packageOf(archive, path, await readPart(archive, path));
}

function packageOf(archive: Archive, path: string, root: XmlElement): Package {
  const items = new Map<string, Item>();
  for (const element of descendantsOf(root, 'item')) {
    const name = resolved(path, element.attributes.get('href') ?? '');
    const id = element.attributes.get('id');
    if (id === undefined || name === null) continue;
    const properties = (element.attributes.get('properties') ?? '').split(/\s+/u);
    items.set(id, { name, type: element.attributes.get('media-type') ?? '', properties });
  }
  const [spine] = descendantsOf(root, 'spine');
  const pages: string[] = [];
  for (const reference of spine === undefined ? [] : childrenOf(spine, 'itemref')) {
    const item = items.get(reference.attributes.get('idref') ?? '');
    if (item !== undefined && archive.names.has(item.name) && isPage(item)) pages.push(item.name);
  }
  if (pages.length === 0) throw new FormatError('damaged', 'its spine names no page of text', { entry: path });
  const nav = [...items.values()].find(({ properties }) => properties.includes('nav'));
  const ncx = items.get(spine?.attributes.get('toc') ?? '');
  const contents =
    nav !== undefined && archive.names.has(nav.name)
      ? { name: nav.name, type: 'nav' as const }
      : ncx !== undefined && archive.names.has(ncx.name)
        ? { name: ncx.name, type: 'ncx' as const }
        : null;
  return { ...metadata(root), pages, besides: guideOf(path, root), contents };
}

/** What EPUB 2's guide says of pages (OPF 2.0 §2.6). */
function guideOf(path: string, root: XmlElement): Package['besides'] {
  const found = new Map<string, 'cover' | 'contents'>();
  for (const { attributes } of descendantsOf(root, 'guide').flatMap((guide) => childrenOf(guide, 'reference'))) {
    const name = resolved(path, attributes.get('href') ?? '');
    const type = attributes.get('type') ?? '';
    if (name === null || attributes.get('href')?.includes('#') === true) continue;
    if (type === 'cover') found.set(name, 'cover');
    if (type === 'toc') found.set(name, 'contents');
  }
  return found;
}

function isPage({ type, name }: Item): boolean {
  return type === 'application/xhtml+xml' || type === 'text/html' || (type === '' && /\.x?html?$/iu.test(name));
}

function metadata(root: XmlElement): Omit<Package, 'pages' | 'besides' | 'contents'> {
  const [element] = descendantsOf(root, 'metadata');
  const all = element === undefined ? [] : descendantsOf(element, ...said);
  const first = (name: string): string | null => {
    const text = all
      .filter((one) => one.name === name)
      .map(textOf)
      .find((found) => found !== '');
    return text === undefined ? null : text.replace(/\s+/gu, ' ');
  };
  const byRole = (wanted: readonly string[], names: readonly string[]): string | null => {
    const found = all.filter((one) => names.includes(one.name) && wanted.includes(roleOf(one, all)));
    const people = found.map(textOf).filter((name) => name !== '');
    return people.length === 0 ? null : people.join(', ').replace(/\s+/gu, ' ');
  };
  return {
    title: first('title'),
    author: byRole(['aut', ''], ['creator']),
    translator: byRole(['trl'], ['creator', 'contributor']),
    date: first('date')?.slice(0, 10) ?? null,
    language: first('language'),
    identifier: first('identifier'),
  };
}

const said = ['title', 'creator', 'contributor', 'date', 'language', 'identifier', 'meta'];

/** The MARC role of a person: an attribute in EPUB 2, a `meta` that refines the element in EPUB 3. */
function roleOf(person: XmlElement, all: readonly XmlElement[]): string {
  const own = person.attributes.get('role');
  if (own !== undefined) return own;
  const id = person.attributes.get('id');
  const refining = all.find(
    ({ name, attributes }) =>
      name === 'meta' &&
      attributes.get('property') === 'role' &&
      id !== undefined &&
      attributes.get('refines') === `#${id}`,
  );
  return refining === undefined ? '' : textOf(refining);
}

/** Ways of making fonts unreadable that leave the text as it is. */
const fontsOnly = ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'];

async function refuseProtected(archive: Archive): Promise<void> {
  const name = 'META-INF/encryption.xml';
  if (!archive.names.has(name)) return;
  const methods = descendantsOf(await readPart(archive, name), 'EncryptionMethod');
  if (methods.every(({ attributes }) => fontsOnly.includes(attributes.get('Algorithm') ?? ''))) return;
  throw new FormatError('protected', 'it is protected by DRM and cannot be read', { entry: name });
}
