import { xmlAttributes } from '#core/xml/escape.ts';
import { type InlineCode, shownBy } from '../units/inline-codes.ts';

/**
 * A kept code in the words of XLIFF 2.1: `<ph>`, or `<sc>` and `<ec>` for the ends of a pair, which may overlap with whatever else
 * stands in the text. Of its attributes those are written that any place allows.
 */
export function writtenCode(
  { kind, attributes: said, shown, content }: InlineCode,
  { id, data, isPaired }: { id: string; data: string | null; isPaired: boolean },
): string {
  const own = typeOf(said);
  if (kind === 'alone') {
    const equiv = said['equiv'] ?? said['equiv-text'];
    const disp = shownBy(said['disp'] ?? equiv, content) === shown ? said['disp'] : shown;
    return `<ph${xmlAttributes({ id, ...own, ...rights(said), disp, equiv, dataRef: data })}/>`;
  }
  const end = kind === 'open' ? 'Start' : 'End';
  const disp = said['disp'] ?? said[`disp${end}`];
  const equiv = said['equiv'] ?? said['equiv-text'] ?? said[`equiv${end}`];
  const shows = { disp, equiv, dataRef: data };
  if (kind === 'open') {
    return `<sc${xmlAttributes({ id, ...own, ...rights(said), ...shows, isolated: isPaired ? null : 'yes' })}/>`;
  }
  // What holds for a pair is said where it begins.
  return isPaired
    ? `<ec${xmlAttributes({ startRef: id, ...rights(said), ...shows })}/>`
    : `<ec${xmlAttributes({ id, ...own, ...rights(said), ...shows, isolated: 'yes' })}/>`;
}

type Said = Readonly<Record<string, string>>;

function typeOf({ type = '', subType = '' }: Said): Record<string, string> {
  if (!/^(?:fmt|ui|quote|link|image|other)$/u.test(type)) return {};
  // The prefix `xlf` has words of its own, each for one type.
  return /^[A-Za-z][\w.-]*:[\w.-]+$/u.test(subType) && !/^(?:xlf|egiz):/u.test(subType) ? { type, subType } : { type };
}

function rights(said: Said): Record<string, string> {
  return Object.fromEntries(['canCopy', 'canDelete'].flatMap((name) => (said[name] === 'no' ? [[name, 'no']] : [])));
}
