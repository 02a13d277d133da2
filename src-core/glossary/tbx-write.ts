import { xmlAttribute, xmlText } from '#core/xml/escape.ts';
import { madeByEgiz, namespaces, ownData, ownValue, termData, type DataCategory, type TbxStyle } from './tbx.ts';
import { foreignOfTerm, wholeElements } from './tbx-foreign.ts';
import { otherFields, type TermContent } from './tsv.ts';

/**
 * Terms as a TBX-Basic termbase, an entry a term in the order given. The section of the headword's language comes first in
 * its entry, and the headword first in it; every sense is a term of its own. Characters that XML cannot hold are left out.
 *
 * @param language the tag of what is said in no other language
 */
export function writeTbx(terms: readonly TermContent[], language: string, style: TbxStyle = 'dca'): string {
  const ids = new Set<string>();
  const modules = style === 'dct' ? ` xmlns:min="${namespaces.min}" xmlns:basic="${namespaces.basic}"` : '';
  const start = `<tbx type="TBX-Basic" style="${style}" xml:lang="${xmlAttribute(language)}" xmlns="${namespaces.core}"${modules}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    start,
    `  <tbxHeader><fileDesc><sourceDesc><p>${madeByEgiz}</p></sourceDesc></fileDesc></tbxHeader>`,
    '  <text>',
    '    <body>',
    ...terms.flatMap((term, at) => entry(term, freeId(foreignOfTerm(term['foreign']).id, at + 1, ids), style)),
    '    </body>',
    '  </text>',
    '</tbx>',
    '',
  ].join('\n');
}

/** The id that another program gave to the entry, where it is one and no other entry has it. */
function freeId(said: string | undefined, number: number, ids: Set<string>): string {
  let id = said !== undefined && /^[A-Za-z_][\w.-]*$/u.test(said) && !ids.has(said) ? said : `c${String(number)}`;
  while (ids.has(id)) id = `${id}-`;
  ids.add(id);
  return id;
}

function entry(term: TermContent, id: string, style: TbxStyle): string[] {
  // What is kept is in the style DCA.
  const kept = style === 'dca' ? foreignOfTerm(term['foreign']) : {};
  const about = (language: string): About => ({
    ofSection: wholeElements(Object.hasOwn(kept.sections ?? {}, language) ? kept.sections?.[language] : []),
    ofTerm: (word) =>
      wholeElements(kept.terms?.find((one) => one.language === language && one.term === word)?.elements),
  });
  const { [term.language]: synonyms = [], ...others } = term.glosses;
  const notes = Object.entries(term.notes).map(
    ([tag, note]) => `<note xml:lang="${xmlAttribute(tag)}">${xmlText(note)}</note>`,
  );
  const subject = term.category === 'word' ? [] : [data('subjectField', ownData.subjectField, term.category, style)];
  return indented(6, [
    `<conceptEntry id="${xmlAttribute(id)}">`,
    ...indented(2, [
      ...subject,
      ...notes,
      ...wholeElements(kept.concept),
      ...section(term.language, [term.headword, ...synonyms], properties(term, style), about(term.language)),
      ...Object.entries(others).flatMap(([tag, senses]) =>
        senses.length === 0 ? [] : section(tag, senses, [], about(tag)),
      ),
    ]),
    '</conceptEntry>',
  ]);
}

/** What another program says of a language's terms. */
interface About {
  readonly ofSection: readonly string[];
  readonly ofTerm: (term: string) => readonly string[];
}

/** A language's terms; what is said of the first stands with it. */
function section(tag: string, terms: readonly string[], ofFirst: readonly string[], about: About): string[] {
  return [
    `<langSec xml:lang="${xmlAttribute(tag)}">`,
    ...indented(2, about.ofSection),
    ...terms.flatMap((term, at) =>
      indented(2, [
        '<termSec>',
        ...indented(2, [`<term>${xmlText(term)}</term>`, ...(at === 0 ? ofFirst : []), ...about.ofTerm(term)]),
        '</termSec>',
      ]),
    ),
    '</langSec>',
  ];
}

function properties(term: TermContent, style: TbxStyle): string[] {
  const level = term.level === undefined ? [] : [ownValue('level', term.level)];
  const own: string[] = [];
  const known: string[] = [];
  for (const name of otherFields([term])) {
    const value = String(term[name]);
    const category = Object.hasOwn(termData, name) ? termData[name] : undefined;
    if (category !== undefined) known.push(data(name, category, value, style));
    else own.push(ownValue('field', `${name.replace(/[%=]/gu, (sign) => (sign === '%' ? '%25' : '%3D'))}=${value}`));
  }
  return [...known, ...[...level, ...own].map((value) => data('projectSubset', ownData.projectSubset, value, style))];
}

function data(name: string, { element, module }: DataCategory, value: string, style: TbxStyle): string {
  return style === 'dct'
    ? `<${module}:${name}>${xmlText(value)}</${module}:${name}>`
    : `<${element} type="${name}">${xmlText(value)}</${element}>`;
}

/** Indents what is markup; line breaks inside of texts stay as they are. */
function indented(by: number, lines: readonly string[]): string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}
