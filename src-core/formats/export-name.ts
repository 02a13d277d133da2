import { isDeviceName } from '#core/text/device-name.ts';

/** Longest part of a name that is taken from a title, in UTF-16 code units. */
const longest = 80;
/** What some system does not allow in the name of a file, and what turns the direction of text. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;

/**
 * The name of an exported file: `Қазан төңкерісі kk-en.tmx`. Nothing in it is special on any system.
 *
 * @param languages of the editions in it; none where it holds all
 */
export function exportName(title: string, languages: readonly string[], ending: string): string {
  const plain = title
    .replaceAll(forbidden, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, longest)
    // Where a long title is cut, a comma or a dash has nothing to part.
    .replaceAll(/[.,;\u2013\u2014 -]+$/gu, '')
    .replaceAll(/^[. ]+/gu, '')
    .toWellFormed();
  const name = plain === '' ? 'Egiz' : isDeviceName(plain) ? `Egiz ${plain}` : plain;
  return `${languages.length === 0 ? name : `${name} ${languages.join('-')}`}.${ending}`;
}
