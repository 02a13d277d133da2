/** What dictionary forms end in, where their other forms end otherwise. */
const endings =
  ' ин а я о е ь й ы и ие ия ий ый ой ая ое ее ть ти ать ять еть ить оть уть ыть ться аться яться еться иться оться уться ыться тись чь чься сть зть сти зти'.split(
    ' ',
  );
/** Letters that forms may have beyond what they share with the dictionary form. */
const longestEnding = 6;
const vowels = 'аеиоуыэюя';

/**
 * The headwords of which a Russian `form` (in normal form) may be a form. A proposal only: each beginning with each ending of
 * a dictionary form, with the vowels that come and go (конца, конец; ошибок, ошибка).
 */
export function russianHeadwords(form: string): Set<string> {
  const found = new Set([form]);
  for (let length = form.length; length >= Math.max(1, form.length - longestEnding); length--) {
    const text = form.slice(0, length);
    const body = text.slice(0, -1);
    const last = text.charAt(text.length - 1);
    for (const ending of endings) found.add(text + ending);
    if (body !== '' && 'цкнлрв'.includes(last) && !vowels.includes(body.charAt(body.length - 1))) {
      for (const vowel of ['о', 'е']) for (const sign of ['', 'ь']) found.add(body + vowel + last + sign);
    }
    const [, root, end] = /^(.{2,})[ое]([кнлцрм])$/u.exec(text) ?? [];
    if (root !== undefined && end !== undefined) {
      for (const sign of ['', 'ь']) for (const vowel of 'аоя') found.add(root + sign + end + vowel);
    }
    for (const softened of unsoftened(text)) for (const ending of endings) found.add(softened + ending);
  }
  return found;
}

/** пишу, писать; люблю, любить; хожу, ходить. */
function unsoftened(text: string): string[] {
  const body = text.slice(0, -1);
  if (/[бпвмф]л$/u.test(text)) return [body];
  const last = text.charAt(text.length - 1);
  const hard: Readonly<Record<string, string>> = { ж: 'дзг', ш: 'сх', ч: 'кт', щ: 'стк' };
  return Array.from(hard[last] ?? '', (letter) => body + letter).concat(last === 'щ' ? [`${body}ст`, `${body}ск`] : []);
}
