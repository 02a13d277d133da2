import { kazakhInflection } from '#core/language/kazakh/kazakh.ts';

const vowels = 'аәоөұүыіеэёяиую';
const voiceless = new Map([
  ['б', 'п'],
  ['г', 'к'],
  ['ғ', 'қ'],
]);
const voiced = new Map([
  ['п', 'б'],
  ['к', 'г'],
  ['қ', 'ғ'],
]);

/** Words whose stem changes as that of no other: pronouns, some numerals, the verb of lying. */
const irregular =
  'мен сен ол бұл осы сол анау мынау өзі бәрі барлығы екі алты жеті жиырма қырық бол кел жат болу келу жату'.split(' ');

/** Those words by the beginnings of their forms. */
const byBeginning = new Map<string, Set<string>>();
for (const word of irregular) {
  for (const { text } of kazakhInflection.stems(word, null, false)) {
    const there = byBeginning.get(text) ?? new Set();
    byBeginning.set(text, there.add(word));
  }
}

/**
 * The headwords of which `form` (in normal form) may be a form, the longest beginnings first. A proposal only: whether the rest of
 * the form is a legal chain of suffixes is not looked at here. Undoes what happens to a stem before suffixes: voicing (кітабы),
 * a lost vowel (халқы), what loans add or lose (съезге, фактісі), and what verbs and suffixes grow together to (оқиды, тауып).
 */
export function kazakhHeadwords(form: string): Set<string> {
  const found = new Set<string>();
  const add = (stem: string): void => {
    found.add(stem);
    for (const citation of citations(stem)) found.add(citation);
  };
  for (let length = form.length; length > 0; length--) {
    const beginning = form.slice(0, length);
    if (beginning.endsWith('-')) continue;
    add(beginning);
    for (const stem of restored(beginning)) add(stem);
    for (const word of byBeginning.get(beginning) ?? []) found.add(word);
  }
  return found;
}

/** The stems that may be written as `text` before a suffix. */
function restored(text: string): string[] {
  const body = text.slice(0, -1);
  const last = text.charAt(text.length - 1);
  const before = body.charAt(body.length - 1);
  const stems: string[] = [];
  const hard = voiceless.get(last);
  if (hard !== undefined) stems.push(body + hard);
  if ('лнрмзкқ'.includes(last) && body !== '' && (before === 'у' || !vowels.includes(before))) {
    stems.push(`${body}ы${last}`, `${body}і${last}`);
  }
  if (!vowels.includes(last)) stems.push(`${text}ь`, text + last);
  if (last === 'з') stems.push(`${text}д`);
  if (last === 'с') stems.push(`${text}т`);
  if (last === 'і') stems.push(body);
  // Verbs: қой + а, оқы + й, оқы + у, тап + ып.
  if (last === 'я' || last === 'ю') stems.push(`${body}й`, body);
  if (last === 'и') stems.push(`${body}ы`, `${body}і`);
  if (last === 'у') stems.push(`${body}ы`, `${body}і`, `${body}п`);
  return stems;
}

/** The forms in which dictionaries give a verb, besides its stem: with -у. */
function citations(stem: string): string[] {
  const body = stem.slice(0, -1);
  const last = stem.charAt(stem.length - 1);
  switch (last) {
    case 'ы':
    case 'і':
      return [`${body}у`];
    case 'й':
      return [`${body}ю`];
    case 'и':
      return [`${stem}ю`];
    default: {
      const soft = voiced.get(last);
      return soft === undefined ? [`${stem}у`] : [`${body}${soft}у`, `${stem}у`];
    }
  }
}
