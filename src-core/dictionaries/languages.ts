/** Codes of three letters, and names in headers, of languages that are met with Kazakh. */
const names =
  'kk:kaz,kazakh,қазақша,қазақ тілі,қазақ,казахский|en:eng,english,ағылшынша,ағылшын,английский|' +
  'ru:rus,russian,русский,орысша,орыс|tr:tur,turkish,түрікше,турецкий|de:deu,ger,german,deutsch,неміс,немецкий|' +
  'fr:fra,fre,french,français,французский|es:spa,spanish|it:ita,italian|pt:por,portuguese|zh:zho,chi,cmn,chinese|' +
  'ja:jpn,japanese|ko:kor,korean|ar:ara,arabic,араб|fa:fas,per,pes,persian|ky:kir,kyrgyz,қырғызша,киргизский|' +
  'uz:uzb,uzbek,өзбекше,узбекский|tt:tat,tatar,татарша,татарский|ba:bak,bashkir|ug:uig,uighur|tk:tuk,turkmen|az:aze,azeri|' +
  'mn:mon,khk,mongolian|uk:ukr,ukrainian|pl:pol,polish|la:lat,latin|cs:ces|nl:nld|sv:swe|fi:fin|hu:hun|el:ell|he:heb|hi:hin';

const byName = new Map<string, string>();
for (const entry of names.split('|')) {
  const [tag = '', more = ''] = entry.split(':');
  byName.set(tag, tag);
  for (const name of more.split(',')) byName.set(name, tag);
}

/** The BCP 47 tag that a code or name of a language stands for; `null` when it is none that is known. */
export function languageNamed(name: string): string | null {
  const small = name.normalize('NFC').trim().toLowerCase();
  const known = byName.get(small);
  if (known !== undefined) return known;
  const [, primary, rest] = /^([a-z]{2,3})(-[a-z0-9]{2,8})$/u.exec(small) ?? [];
  const tag = primary === undefined ? undefined : byName.get(primary);
  if (tag === undefined || rest === undefined) return null;
  return tag + (rest.length === 5 ? `-${rest.charAt(1).toUpperCase()}${rest.slice(2)}` : rest.toUpperCase());
}

/** The tag of a code as data give it: as `languageNamed`, else the code itself where it could be a tag. */
export function languageOfCode(code: string): string | null {
  return languageNamed(code) ?? (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(code) ? code : null);
}

/** The two languages that a file's name speaks of (`apertium-kaz-eng.kaz-eng.dix`, `kk_ru.tsv`); `null` where it does not. */
export function pairInName(name: string): [source: string, target: string] | null {
  for (const [, a = '', b = ''] of name
    .toLowerCase()
    .matchAll(/(?=(?<![a-z])([a-z]{2,3})[-_–>]{1,2}([a-z]{2,3})(?![a-z]))/gu)) {
    const [source, target] = [languageNamed(a), languageNamed(b)];
    if (source !== null && target !== null && source !== target) return [source, target];
  }
  return null;
}
