import { declaredIn, serialise } from '#core/xml/serialise.ts';
import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import type { Imported, ImportedText } from '../imported.ts';
import { languageTagOf } from '../language-tag.ts';
import { readRoot } from '../read-tree.ts';
import { readAnnotations } from './annotations-read.ts';
import { linksOf } from './links-read.ts';
import { TeiText } from './text-read.ts';

/** A part of a file that is a text of its own, and the language it is said to be in. */
interface Part {
  readonly element: XmlElement;
  readonly language: string | null;
  readonly header: XmlElement | undefined;
}

/**
 * Reads TEI P5: a text, or parallel texts in one file (a `<teiCorpus>`, a `<group>`, or divisions in several languages), linked
 * by `<linkGrp>` or `@corresp`. Sentences and words that are linked stand for their paragraphs.
 *
 * @throws FormatError
 */
export function readTei(text: string): Imported {
  const findings = new Findings();
  const root = readRoot(text, ['TEI', 'teiCorpus', 'TEI.2'], true);
  const parts = partsOf(root, languageTagOf(root.attributes.get('lang')), childrenOf(root, 'teiHeader')[0]);
  const texts = parts.map(({ element }) => {
    const one = new TeiText(findings);
    one.read(element);
    return one;
  });
  if (texts.every(({ blocks }) => blocks.length === 0)) throw new FormatError('empty', 'there is no text in it');
  const annotations = readAnnotations(root, texts, findings);
  return {
    texts: parts.map((part, at) => textOfPart(part, texts[at]?.blocks ?? [], root, at, findings)),
    links: linksOf(root, texts, findings),
    ...(annotations.length === 0 ? {} : { annotations }),
    findings: findings.list(),
  };
}

function partsOf(element: XmlElement, language: string | null, header: XmlElement | undefined): Part[] {
  const own = (one: XmlElement): string | null => languageTagOf(one.attributes.get('lang')) ?? language;
  return childrenOf(element, 'TEI', 'TEI.2', 'text', 'group').flatMap((child) => {
    if (child.name === 'TEI' || child.name === 'TEI.2') {
      return partsOf(child, own(child), childrenOf(child, 'teiHeader')[0] ?? header);
    }
    if (child.name === 'group' || childrenOf(child, 'group').length > 0) return partsOf(child, own(child), header);
    return byDivision(child, own(child), header);
  });
}

/** A text whose divisions are in several languages is a text in each. */
function byDivision(text: XmlElement, language: string | null, header: XmlElement | undefined): Part[] {
  const divisions = childrenOf(text, 'body').flatMap((body) => childrenOf(body, 'div', 'div1'));
  const tags = divisions.map((one) => languageTagOf(one.attributes.get('lang')));
  const distinct = [...new Set(tags)];
  if (distinct.length < 2 || distinct.includes(null)) return [{ element: text, language, header }];
  return distinct.map((tag) => ({
    element: { ...text, children: divisions.filter((_, at) => tags[at] === tag) },
    language: tag,
    header,
  }));
}

function textOfPart(
  { element, language, header }: Part,
  blocks: ImportedText['blocks'],
  root: XmlElement,
  at: number,
  findings: Findings,
): ImportedText {
  const said = aboutOf(header, language, findings);
  const idents =
    header === undefined ? [] : descendantsOf(header, 'language').map((one) => one.attributes.get('ident'));
  const tag = language ?? (idents.length === 1 ? languageTagOf(idents[0]) : null);
  const kept = header === undefined || isOurs(header) ? null : serialise(header, declaredIn(root, {}));
  const title = element.attributes.get('n');
  return {
    ...said,
    title: said.title ?? (title === undefined ? null : cleanText(title, findings)),
    language: tag,
    blocks,
    ...(at === 0 && kept !== null ? { foreign: { tei: { header: kept } } } : {}),
  };
}

function isOurs(header: XmlElement): boolean {
  return descendantsOf(header, 'publicationStmt').some((one) => textOf(one) === 'Written by Egiz');
}

function aboutOf(
  header: XmlElement | undefined,
  language: string | null,
  findings: Findings,
): Pick<ImportedText, 'title' | 'author' | 'translator' | 'date'> {
  const [statement] = header === undefined ? [] : descendantsOf(header, 'titleStmt');
  const bibl = (header === undefined ? [] : descendantsOf(header, 'bibl')).find(
    (one) => language !== null && languageTagOf(one.attributes.get('lang')) === language,
  );
  const said = (holder: XmlElement | undefined, name: string): string | null => {
    const found = holder === undefined ? [] : childrenOf(holder, name);
    const own = found.find((one) => languageTagOf(one.attributes.get('lang')) === language) ?? found[0];
    const words = own === undefined ? '' : cleanText(textOf(own), findings).replace(/\s+/gu, ' ');
    return words === '' ? null : words;
  };
  return {
    title: said(bibl, 'title') ?? (bibl === undefined ? said(statement, 'title') : null),
    author: said(statement, 'author'),
    translator: said(bibl, 'editor'),
    date: said(bibl, 'date'),
  };
}
