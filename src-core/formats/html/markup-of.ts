import type { Element } from 'hast';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import type { Markup } from '../running-text.ts';
import type { Look } from './css.ts';

/** Markup with what a style says: it adds emphasis, and takes away what an element's name says. */
export function withAttributes(markup: readonly Markup[], look: Look): readonly Markup[] {
  const types: [Markup['type'], boolean | undefined][] = [
    ['emphasis', look.italic],
    ['strong', look.bold],
    ['superscript', look.raised === undefined ? undefined : look.raised === 'superscript'],
    ['subscript', look.raised === undefined ? undefined : look.raised === 'subscript'],
  ];
  const kept = markup.filter(({ type }) => !types.some(([one, is]) => one === type && is === false));
  const added = types.flatMap(([type, is]) =>
    is === true && !kept.some((one) => one.type === type) ? [{ type }] : [],
  );
  const all = kept.length === markup.length && added.length === 0 ? markup : [...kept, ...added];
  // The number of a note is raised anyway.
  return all.some(({ type }) => type === 'note') ? all.filter(({ type }) => type !== 'superscript') : all;
}

/** The mark in the place of a picture, with what is said of it; an initial that is drawn is the letter itself. */
export function pictureWords({ properties }: Element, findings: Findings): string {
  const said = properties['alt'] ?? properties['altText'] ?? properties['alttext'];
  const words = typeof said === 'string' ? cleanText(said, findings).replace(/\s+/gu, ' ').trim() : '';
  if (/^\p{Lu}$/u.test(words)) return words;
  // Programs put the name of the file where a person wrote nothing.
  const isName = /^\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf)$/iu.test(words);
  return words === '' || isName ? '[▫]' : `[▫ ${words}]`;
}
