import { letterTable, type Scheme } from './scheme.ts';

const letters = letterTable(
  'аa әä бb вv гg ғgh дd еe ёyo жzh зz иī йy кk қq лl мm нn ңng оo өö пp рr сs тt уū ұu үü фf хkh һh цts чch шsh щshch ъ” ыy іi ь’ эė юyu яya',
);

/** Pairs that would read as one letter: нг as ң, гһ as ғ. The system parts them with a dot. */
const parted = new Set(['гһ', 'зһ', 'кһ', 'сһ', 'цһ', 'нг', 'шч']);

/** The system of the United States Board on Geographic Names and the Permanent Committee on Geographical Names. */
export const bgnPcgn: Scheme = {
  id: 'latn-bgn',
  direction: 'ltr',
  name: {
    kk: 'Латын (BGN/PCGN 1979)',
    en: 'Latin (BGN/PCGN 1979)',
    ru: 'Латиница (BGN/PCGN 1979)',
  },
  letter: (text, at) => {
    const letter = letters.get(text.charAt(at)) ?? null;
    return letter !== null && parted.has(text.slice(at, at + 2)) ? `${letter}·` : letter;
  },
  capitals: new Map(),
};
