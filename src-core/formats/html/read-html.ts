import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { cleanText } from '../clean-text.ts';
import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import type { Imported } from '../imported.ts';
import { languageTagOf } from '../language-tag.ts';
import { article, elements, isFurniture, isTitle, pageHead } from './article.ts';
import { Styles } from './css.ts';
import { roles, styleText } from './notes.ts';
import { surroundings } from './surroundings.ts';
import { toBlocks } from './to-blocks.ts';

/** Parses a page as a browser would; nothing of it is run or fetched. @throws FormatError when it is nested too deep */
export function parseHtml(text: string): Root {
  try {
    return unified().use(rehypeParse).parse(text);
  } catch (error) {
    // The parser calls itself for each level.
    if (error instanceof RangeError) throw new FormatError('too-large', 'elements are nested too deep');
    throw error;
  }
}

/**
 * Reads a page of the web or a file saved from one: the article, not the site's furniture.
 *
 * @throws FormatError empty when it has no text; too-large when its elements are nested too deep
 */
export function readHtml(text: string): Imported {
  const findings = new Findings();
  const root = parseHtml(text);
  const head = pageHead(root, (said) => cleanText(said, findings));
  const part = article(root);
  const inArticle = part.type === 'element' && part.tagName === 'article';
  const inMain = part.type === 'element' && (part.tagName === 'main' || roles(part).includes('main'));
  const around = inArticle || inMain ? new Set<Element>() : surroundings(part);
  const headings = elements(part).filter(({ tagName }) => tagName === 'h1');
  const styles = new Styles();
  for (const element of elements(root)) if (element.tagName === 'style') styles.add(styleText(element));
  const blocks = toBlocks(part, {
    findings,
    styles,
    isLeftOut: (element) => {
      if (isTitle(element, headings)) return false;
      if (!around.has(element) && !isFurniture(element, inArticle)) return false;
      findings.add('dropped', 'furniture-dropped', { values: { element: element.tagName } });
      return true;
    },
  });
  if (blocks.length === 0) throw new FormatError('empty', 'there is no text in it');
  const heading = blocks.find(({ type }) => type === 'heading')?.text ?? null;
  const language = languageTagOf(head.language);
  return {
    texts: [{ title: head.title ?? heading, author: head.author, translator: null, date: head.date, language, blocks }],
    links: [],
    findings: findings.list(),
  };
}
