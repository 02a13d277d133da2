import type { Element, Root, RootContent } from 'hast';
import { furniture } from './elements.ts';
import { isNote, namesOf, pushReversed, roles, textOf } from './notes.ts';

/** Roles of what belongs to a site (WAI-ARIA landmarks). */
const furnitureRoles = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu', 'dialog']);

/** The part of a page that is its article: what it says is the main part, else the longest article, else all of it. */
export function article(root: Root): Root | Element {
  const all = elements(root);
  const main = all.find((element) => element.tagName === 'main' || roles(element).includes('main'));
  const inside = main === undefined ? all : elements(main);
  const articles = inside.filter(({ tagName }) => tagName === 'article');
  // Many articles are a list of them, of which none is the page's.
  const [only] = articles;
  if (only !== undefined && articles.length === 1) return only;
  return main ?? all.find(({ tagName }) => tagName === 'body') ?? root;
}

/**
 * Whether an element is furniture of a site: menus, heads and feet. The head of an article and notes are not; of an aside or a
 * `<header>` inside an article only what is no heading.
 */
export function isFurniture(element: Element, inArticle: boolean): boolean {
  // MediaWiki calls a line that leads to other pages a note.
  if (namesOf(element).some((name) => name === 'hatnote' || name === 'dablink')) return true;
  if (isNote(element)) return false;
  if (roles(element).some((role) => furnitureRoles.has(role))) return true;
  if (isFurnitureByName(element)) return true;
  if (!furniture.has(element.tagName)) return false;
  if (element.tagName === 'aside') return !roles(element).some((role) => role === 'footnotes' || role === 'endnotes');
  return !(inArticle && (element.tagName === 'header' || element.tagName === 'footer') && hasHeading(element));
}

/** Whether an element is the `<header>` that holds the only first heading of a page, which then is its title. */
export function isTitle(element: Element, headings: readonly Element[]): boolean {
  const [only, ...others] = headings;
  return element.tagName === 'header' && others.length === 0 && only !== undefined && elements(element).includes(only);
}

/** Classes and ids of what belongs to a site: of newspapers, of MediaWiki and WordPress. */
const furnitureNames =
  /^(?:(?:social|share|sharing|social-?shar(?:e|ing)|post-?shar(?:e|ing)|sharedaddy|ya-share2?|views?|views?-?count(?:er)?|post-?views?|(?:top|main|left|right|side|bottom|foot|footer)-?(?:menu|nav)|copyrights?|related|recommend(?:ed|ations?)?|read-?(?:also|more)|comments?|respond|advert(?:isement)?|ads?|banner|breadcrumbs?|cookies?|newsletter|subscribe|subscription|sidebar|menu|nav|navigation|navbar|pagination|pager|promo|tags?|tag-list|paywall|popup|modal|skip-link|site-?(?:header|footer)|widget|jp-relatedposts)(?:[-_]{1,2}(?:block|box|bar|list|links?|buttons?|widget|panel|container|wrapper|section|area|posts?|articles?|news|form))?|mw-editsection|p-lang-btn|template-fact|vector-(?:dropdown|toc|sitenotice)|mw-jump-link|mw-indicators|mw-cite-backlink|navbox|catlinks|printfooter|noprint|ws-noexport|metadata|hatnote|toc|sitesub|contentsub|siteSub|reflist-controls)$/u;
const furnitureHolders = new Set(['div', 'section', 'ul', 'ol', 'table', 'span', 'sup', 'p', 'figure', 'form']);

/** Whether the classes of an element say that it is furniture; one that holds the title of a page is its text, whatever they say. */
function isFurnitureByName(element: Element): boolean {
  if (!furnitureHolders.has(element.tagName)) return false;
  if (!namesOf(element).some((name) => furnitureNames.test(name))) return false;
  return !elements(element).some(({ tagName }) => tagName === 'h1' || tagName === 'article' || tagName === 'main');
}

function hasHeading(element: Element): boolean {
  return elements(element).some(({ tagName }) => /^h[1-6]$/u.test(tagName));
}

/** What a page says of itself in its head. */
export interface PageHead {
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly language: string | null;
}

/**
 * Reads a page's head: `<html lang>`, `<title>`, `<meta>` of authors and dates (Dublin Core, Open Graph).
 *
 * @param clean takes out of a text what would mislead
 */
export function pageHead(root: Root, clean: (text: string) => string): PageHead {
  const all = elements(root);
  const html = all.find(({ tagName }) => tagName === 'html');
  const title = all.find(({ tagName }) => tagName === 'title');
  const metas = all.filter(({ tagName }) => tagName === 'meta');
  const said = (...names: string[]): string | null => {
    for (const { properties } of metas) {
      const name = properties.name ?? properties['property'] ?? properties.httpEquiv;
      const key = Array.isArray(name) ? name.join(' ') : (name ?? '');
      const { content } = properties;
      if (names.includes(key.toLowerCase()) && typeof content === 'string' && content.trim() !== '') {
        return clean(content).trim();
      }
    }
    return null;
  };
  const lang = html?.properties.lang ?? html?.properties['xmlLang'];
  return {
    title: said('og:title', 'dc.title', 'dcterms.title') ?? tidy(clean(title === undefined ? '' : textOf(title))),
    author: said('author', 'dc.creator', 'dcterms.creator', 'article:author'),
    date: said('date', 'dc.date', 'dcterms.date', 'dcterms.created', 'article:published_time')?.slice(0, 10) ?? null,
    language: typeof lang === 'string' && lang.trim() !== '' ? lang.trim() : said('content-language', 'dc.language'),
  };
}

function tidy(text: string): string | null {
  const tidied = text.replace(/\s+/gu, ' ').trim();
  return tidied === '' ? null : tidied;
}

/** All elements in an element, in the order of the page. */
export function elements(root: Root | Element): Element[] {
  const found: Element[] = [];
  const waiting: RootContent[] = [];
  pushReversed(waiting, root.children);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type !== 'element') continue;
    found.push(next);
    pushReversed(waiting, next.children);
  }
  return found;
}
