import type { Element, Root, RootContent } from 'hast';
import { dropped } from './elements.ts';

/** What an element says of itself by role or EPUB type: `noteref`, `footnote`, `pagebreak`. */
export function roles(element: Element): readonly string[] {
  const { properties } = element;
  const said = [properties['epub:type'], properties['epubType'], properties['role'], properties['dataType']];
  return said.flatMap((value) => (typeof value === 'string' ? value.split(/\s+/u) : [])).map(withoutPrefix);
}

function withoutPrefix(role: string): string {
  return role.startsWith('doc-') ? role.slice(4) : role;
}

const noteRoles = new Set(['footnote', 'endnote', 'rearnote', 'note']);

/** Whether an element is a note as a whole. */
export function isNote(element: Element): boolean {
  return roles(element).some((role) => noteRoles.has(role));
}

/** Whether an element refers to a note by what it says of itself. */
export function isNoteReference(element: Element): boolean {
  return roles(element).includes('noteref');
}

/** Whether an element only leads back from a note to its reference. */
export function isWayBack(element: Element): boolean {
  if (element.tagName !== 'a') return false;
  return roles(element).includes('backlink') || /^[↩↑⏎⤴^]\uFE0E?$/u.test(textOf(element).trim());
}

/** The address of an element inside its file: `#n1` leads to `n1`. `null` for every other address. */
export function fragment(href: string): string | null {
  const at = href.indexOf('#');
  if (at < 0) return null;
  try {
    return decodeURIComponent(href.slice(at + 1));
  } catch {
    return href.slice(at + 1);
  }
}

/** How programs name the places of notes: MediaWiki, Project Gutenberg, Word, Pandoc. */
const noteName = /^_?(?:cite[-_]note|foot-?note|end-?note|fn|ftn|edn|note)[-_:.]?(?:\S*[-_:.])?\d+$/iu;

/**
 * The ids of the elements that are notes, as far as it can be told: those that say so, and those that a small raised number
 * leads to and that lead back to it, or are named as notes are. Many books have notes of these kinds only.
 */
export function noteIds(root: Root | Element): ReadonlySet<string> {
  const found = new Set<string>();
  const references = new Map<string, string | null>();
  const back = new Map<string, Set<string>>();
  /** Places named as notes that a number before them leads to. */
  const named = new Set<string>();
  /** In the order of the page: a note stands after its reference. */
  const places = new Map<string, number>();
  walk(root, null, (element, around) => {
    const id = idOf(element);
    if (id !== null && !places.has(id)) places.set(id, places.size);
    if (id !== null && isNote(element)) found.add(id);
    if (element.tagName !== 'a') return;
    const to = typeof element.properties.href === 'string' ? fragment(element.properties.href) : null;
    if (to === null || to === '') return;
    if (isNoteReference(element)) found.add(to);
    else if (around.raised || /^[[({]?(\d{1,4}|[*†‡§]{1,3})[\])}]?$/u.test(textOf(element).trim())) {
      references.set(to, id ?? around.id);
      const isOnPage = typeof element.properties.href === 'string' && element.properties.href.startsWith('#');
      if (isOnPage && noteName.test(to) && !places.has(to)) named.add(to);
    }
    const set = back.get(to) ?? new Set();
    // The link that leads back often is the place of the note itself.
    back.set(to, set.add(around.block ?? '').add(id ?? ''));
  });
  for (const [to, from] of references) {
    // A number in the contents leads somewhere, too; but nothing leads back from there.
    if (from === null || (places.get(from) ?? 0) >= (places.get(to) ?? 0)) continue;
    if (back.get(from)?.has(to) === true) found.add(to);
  }
  for (const to of named) if (places.has(to)) found.add(to);
  return found;
}

/** An element's classes and its id, in small letters. */
export function namesOf({ properties }: Element): readonly string[] {
  const { className, id } = properties;
  const all = [...(Array.isArray(className) ? className.map(String) : []), ...(typeof id === 'string' ? [id] : [])];
  return all.map((name) => name.toLowerCase());
}

/** The id of an element, or `null`. */
export function idOf(element: Element): string | null {
  const { id, name } = element.properties;
  if (typeof id === 'string' && id !== '') return id;
  // As Word and older pages name a place.
  return element.tagName === 'a' && typeof name === 'string' && name !== '' ? name : null;
}

/** What stands around an element: its own or the nearest id above, the nearest of a paragraph, whether it is raised. */
interface Around {
  id: string | null;
  block: string | null;
  raised: boolean;
}

const paragraphs = new Set(['p', 'li', 'div', 'aside', 'section', 'dl', 'dt', 'dd', 'td', 'blockquote']);

function walk(root: Root | Element, parent: Around | null, visit: (element: Element, around: Around) => void): void {
  const waiting: [Element, Around][] = [];
  const push = (of: Root | Element, around: Around): void => {
    for (const child of of.children.toReversed()) if (child.type === 'element') waiting.push([child, around]);
  };
  push(root, parent ?? { id: null, block: null, raised: false });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [element, above] = next;
    const id = idOf(element);
    const around = {
      id: id ?? above.id,
      block: paragraphs.has(element.tagName) && id !== null ? id : above.block,
      raised: above.raised || element.tagName === 'sup',
    };
    visit(element, around);
    push(element, around);
  }
}

/** The text of an element and what is in it, but scripts and what else is no text. */
export function textOf(element: Element): string {
  let text = '';
  const waiting: RootContent[] = [];
  pushReversed(waiting, element.children);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'text') text += next.value;
    else if (next.type === 'element' && !dropped.has(next.tagName)) pushReversed(waiting, next.children);
  }
  return text;
}

/** What a `<style>` says, whose text is none of the page's. */
export function styleText({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

/** Adds to a stack what stands in an element, so that the first comes off first. Never as arguments of a call: a page can have a million. */
export function pushReversed(stack: RootContent[], children: readonly RootContent[]): void {
  for (let at = children.length - 1; at >= 0; at--) {
    const child = children[at];
    if (child !== undefined) stack.push(child);
  }
}
