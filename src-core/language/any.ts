import type { LanguageData } from './data.ts';

const cyrillic = new Set('ab av ba be bg ce cv ky mk mn os sah sr tg tt tyv udm uk'.split(' '));
const dotlessI = new Set('az crh gag kaa tr tt'.split(' '));

/** A language without data of its own: what is common to most that are written in its script. */
export function anyLanguage(primary: string, script: string | null): LanguageData {
  const isCyrillic = script === null ? cyrillic.has(primary) : script === 'Cyrl';
  return {
    script: isCyrillic ? 'cyrillic' : 'latin',
    variants: {},
    dotlessI: !isCyrillic && (dotlessI.has(primary) || primary === 'kk'),
    letterWords: isCyrillic ? 'я' : '',
    abbreviations: {
      inside: isCyrillic ? 'проф акад см ред' : 'dr prof mr mrs st cf ed',
      last: '',
      lastAfterNumber: '',
      beforeNumber: isCyrillic ? '№ рис табл стр ст' : 'no nr p pp vol art fig',
      initials: '',
    },
  };
}
