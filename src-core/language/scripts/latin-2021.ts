import { letterTable, type Scheme } from './scheme.ts';

const letters = letterTable(
  'аa әä бb вv гg ғğ дd еe ёio жj зz иi йi кk қq лl мm нn ңñ оo өö пp рr сs тt уu ұū үü фf хh һh цts чch шş щşş ъ ыy іı ь эe юiu яia',
);

/** The draft of January 2021, with й and и as one letter; letters that it leaves out, as its authors spell them in loans. */
export const latin2021: Scheme = {
  id: 'latn',
  direction: 'ltr',
  name: {
    kk: 'Латын (2021 жылғы жоба)',
    en: 'Latin (draft of 2021)',
    ru: 'Латиница (проект 2021 года)',
  },
  letter: (text, at) => {
    const letter = text.charAt(at);
    // партия is partia: и is heard in я already.
    if ((letter === 'я' || letter === 'ю') && (text[at - 1] === 'и' || text[at - 1] === 'й')) {
      return letter === 'я' ? 'a' : 'u';
    }
    return letters.get(letter) ?? null;
  },
  // і and и are a pair with and without a dot, as in Turkish.
  capitals: new Map([
    ['i', 'İ'],
    ['ı', 'I'],
  ]),
};
