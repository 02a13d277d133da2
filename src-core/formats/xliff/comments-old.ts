import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { dateTime } from '../units/date-time.ts';

/** What somebody said of a unit, or of words in it. */
export interface UnitComment {
  readonly body: string;
  /** ISO 8601; `null` where it is not said. */
  readonly created: string | null;
  readonly side: 'source' | 'target' | null;
  readonly line: number;
}

/** Comments that Trados keeps apart from the text, by the ids that its markers name. */
export function commentDefinitions(root: XmlElement): ReadonlyMap<string, UnitComment> {
  return new Map(
    descendantsOf(root, 'cmt-def').map((one) => {
      const comments = descendantsOf(one, 'Comment');
      const body = comments
        .map(textOf)
        .filter((text) => text !== '')
        .join('\n');
      const created = dateOf(comments[0]?.attributes.get('date'));
      return [one.attributes.get('id') ?? '', { body, created, side: null, line: one.line }];
    }),
  );
}

/** Notes on a unit: of the standard, of memoQ (`<mq:comment>`), and of Phrase (`<m:comment>`). */
export function commentsOf(unit: XmlElement): UnitComment[] {
  const own = [
    ...childrenOf(unit, 'comments').flatMap((all) => childrenOf(all, 'comment')),
    ...childrenOf(unit, 'comment'),
  ];
  const kept = own.filter(({ attributes }) => attributes.get('deleted') !== 'true');
  return [...childrenOf(unit, 'note'), ...kept].map((one) => ({
    body: textOf(one),
    created: dateOf(one.attributes.get('time') ?? one.attributes.get('created-at')),
    side: sideOf(one.attributes.get('annotates') ?? one.attributes.get('appliesto')),
    line: one.line,
  }));
}

function sideOf(said: string | undefined): UnitComment['side'] {
  const side = said?.toLowerCase();
  return side === 'source' || side === 'target' ? side : null;
}

/** Times as programs write them: ISO 8601, or milliseconds since 1970. */
function dateOf(said: string | undefined): string | null {
  return /^\d{12,13}$/u.test(said ?? '') ? new Date(Number(said)).toISOString() : dateTime(said);
}
