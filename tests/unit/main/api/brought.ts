import { gzipSync } from 'node:zlib';
import { madeStarDict } from '../../../fixtures/dictionaries/stardict.ts';

/** Files that a reader brings, by their names. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A dictionary of two entries, packed as most are. */
export function starDict(): Files {
  const made = madeStarDict(
    [
      { word: 'үкімет', fields: [['h', '<b>правительство</b><br>власть']] },
      { word: 'халық', fields: [['h', 'народ']] },
    ],
    {
      types: 'h',
      name: 'Қазақша-орысша',
      synonyms: [
        ['өкімет', 0],
        ['жоқ', 99],
      ],
    },
  );
  return { 'a.ifo': made.ifo, 'a.idx.gz': gzipSync(made.idx), 'a.dict.dz': gzipSync(made.dict), 'a.syn': made.syn };
}

/** A table in Windows-1251. */
export function oldTable(): Uint8Array {
  const letters = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
  const rows = ['адам\tman', 'адам\thuman', 'бала\tchild', 'дала\tsteppe', 'жол\troad', 'мал\tcattle'].join('\n');
  return Uint8Array.from(rows, (sign) => {
    const at = letters.indexOf(sign);
    return at < 0 ? sign.charCodeAt(0) : 0xe0 + at;
  });
}
