import { childrenOf, type XmlElement } from '#core/xml/tree.ts';
import { declaredIn, type Namespaces } from '#core/xml/serialise.ts';
import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import type { Imported } from '../imported.ts';
import { languageTagOf } from '../language-tag.ts';
import { readRoot } from '../read-tree.ts';
import { readAbout } from '../units/about.ts';
import { UnitTexts } from '../units/collect.ts';
import type { Property } from '../units/properties.ts';
import type { XliffForeign } from './foreign.ts';
import { keptOf, ownMetadata } from './kept.ts';
import { keptOfOldFile } from './kept-old.ts';
import { commentDefinitions } from './comments-old.ts';
import { addOldUnit, type OldFile } from './unit-old.ts';
import { addUnit } from './unit.ts';

/**
 * Reads XLIFF 1.2, 2.0 and 2.1, also as Trados (`.sdlxliff`), memoQ (`.mqxliff`) and Phrase (`.mxliff`) write it. A unit is a paragraph of either
 * text; its segments with what stands between them are its text. A unit without translation is text without counterpart.
 * Modules and extensions that Egiz does not know are kept for writing them back.
 *
 * @throws FormatError
 */
export function readXliff(text: string): Imported {
  const findings = new Findings();
  const root = readRoot(text, ['xliff'], true);
  const isOld = root.attributes.get('version')?.startsWith('1.') ?? false;
  const texts = new UnitTexts(2);
  const files = childrenOf(root, 'file');
  const tag = (old: string, now: string): string | null =>
    languageTagOf(isOld ? files[0]?.attributes.get(old) : root.attributes.get(now));
  const languages = [tag('source-language', 'srcLang'), tag('target-language', 'trgLang')];
  const around = declaredIn(root, {});
  const comments = isOld ? commentDefinitions(root) : new Map<string, never>();
  const own: Property[] = [];
  let kept: XliffForeign | null = null;
  files.forEach((file, at) => {
    const scope = declaredIn(file, around);
    const prefix = files.length > 1 ? `${String(at)} ` : '';
    if (isOld) {
      const inBraces = Object.values(scope).includes(phrase);
      const of: OldFile = { texts, findings, prefix, file: files.length > 1 ? file : null, comments, inBraces };
      for (const body of childrenOf(file, 'body')) walkOld(body, of);
      kept ??= keptOfOldFile(file);
    } else {
      own.push(...ownMetadata(file, 'egiz'));
      kept ??= keptOf(file, scope, new Set(['unit', 'group']));
      walk(file, scope, texts, prefix, findings);
    }
  });
  if (texts.isEmpty) throw new FormatError('empty', 'no unit of it has a text');
  const { blocks, links, annotations } = texts.result();
  const file = kept as XliffForeign | null;
  return {
    texts: languages
      .map((language, at) => ({
        ...readAbout(own, language),
        language,
        blocks: blocks[at] ?? [],
        ...(at === 0 && file !== null ? { foreign: { xliff: { file } } } : {}),
      }))
      .filter(({ blocks: found }, at) => at === 0 || found.length > 0 || languages[1] !== null),
    links,
    ...(annotations.length === 0 ? {} : { annotations }),
    findings: findings.list(),
  };
}

function walk(element: XmlElement, around: Namespaces, texts: UnitTexts, prefix: string, findings: Findings): void {
  for (const child of childrenOf(element, 'unit', 'group')) {
    const scope = declaredIn(child, around);
    if (child.name === 'group') walk(child, scope, texts, prefix, findings);
    else addUnit(child, scope, texts, prefix, findings);
  }
}

function walkOld(element: XmlElement, of: OldFile): void {
  for (const child of childrenOf(element, 'trans-unit', 'group', 'bin-unit')) {
    if (child.name === 'group') walkOld(child, of);
    else if (child.name === 'trans-unit') addOldUnit(child, of);
    else {
      of.findings.add('dropped', 'element-unknown', { place: { line: child.line }, values: { element: child.name } });
    }
  }
}

/** The namespace by which Phrase's files are known. */
const phrase = 'http://www.memsource.com/mxlf/2.0';
