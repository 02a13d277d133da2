import { adjective, type RussianStem } from './russian-endings.ts';

/** The endings of participles: a suffix with the endings of an adjective. */
function participles(...suffixes: string[]): string {
  return suffixes.flatMap((suffix) => adjective.split(' ').map((ending) => suffix + ending)).join(' ');
}

const past = 'л ла ло ли в вши';
const presentE = 'ю ешь ет ем ете ют й йте';
const shortPassive = 'ен ена ено ены';

/** Consonants that change before -ю and in the passive participle: строить has none, купить: куплю. */
const changes: readonly (readonly [from: string, to: readonly string[]])[] = [
  ['ст', ['щ']],
  ['с', ['ш']],
  ['з', ['ж']],
  ['т', ['ч', 'щ']],
  ['д', ['ж', 'жд']],
  ['б', ['бл']],
  ['п', ['пл']],
  ['в', ['вл']],
  ['м', ['мл']],
  ['ф', ['фл']],
];

/** The regular forms of a verb; `infinitive` in normal form. */
export function russianVerb(infinitive: string): RussianStem[] {
  const reflexive = /с[яь]$/u.test(infinitive);
  const plain = reflexive ? infinitive.slice(0, -2) : infinitive;
  const found = stemsOf(plain);
  if (!reflexive) return found;
  return found.map(({ text, endings }) => {
    const both = endings
      .split(' ')
      .flatMap((ending) => (ending === '_' ? ['ся', 'сь'] : [`${ending}ся`, `${ending}сь`]));
    return { text, endings: both.join(' ') };
  });
}

function stemsOf(infinitive: string): RussianStem[] {
  const body = infinitive.slice(0, -2);
  if (/[ое]вать$/u.test(infinitive)) {
    const soft = infinitive.slice(0, -5);
    return [
      { text: `${soft}у`, endings: `${presentE} ${participles('ющ', 'ем')}` },
      {
        text: body,
        endings:
          `${past} н на но ны ${participles('вш', 'нн')} ${infinitive.endsWith('давать') ? '' : presentE}`.trim(),
      },
    ];
  }
  if (infinitive.endsWith('нуть')) {
    const soft = infinitive.slice(0, -3);
    return [
      { text: soft, endings: 'у ешь ет ем ете ут и ите' },
      { text: body, endings: `${past} т та то ты ${participles('вш', 'т')}` },
    ];
  }
  if (/[аяе]ть$/u.test(infinitive)) {
    return [{ text: body, endings: `${past} ${presentE} н на но ны ${participles('вш', 'нн', 'ющ', 'ем')}` }];
  }
  if (infinitive.endsWith('ить')) {
    const hard = infinitive.slice(0, -3);
    return [
      { text: hard, endings: `ю у ишь ит им ите ят ат и ь ${shortPassive} ${participles('енн', 'ящ', 'ащ', 'им')}` },
      { text: body, endings: `${past} ${participles('вш')}` },
      ...changed(hard).map((text) => ({ text, endings: `у ю ${shortPassive} ${participles('енн')}` })),
    ];
  }
  if (/[сз]ти$/u.test(infinitive)) return [{ text: body, endings: `у ешь ет ем ете ут и ите ла ло ли _` }];
  return [{ text: body, endings: past }];
}

function changed(stem: string): string[] {
  const rule = changes.find(([from]) => stem.endsWith(from));
  return rule === undefined ? [] : rule[1].map((to) => stem.slice(0, -rule[0].length) + to);
}
