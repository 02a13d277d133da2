/**
 * TermBase eXchange, ISO 30042:2019 (TBX v3), dialect TBX-Basic: what reader and writer have in common. In the style DCA the
 * data categories are values of `type`, in DCT they are elements of two modules.
 */
export type TbxStyle = 'dca' | 'dct';

/** The namespace of the core structure, and in DCT of the modules that TBX-Basic consists of. */
export const namespaces = {
  core: 'urn:iso:std:iso:30042:ed-2',
  min: 'http://www.tbxinfo.net/ns/min',
  basic: 'http://www.tbxinfo.net/ns/basic',
} as const;

/** A data category of TBX-Basic: the element that bears it in DCA, and the module it is of in DCT. */
export interface DataCategory {
  element: 'termNote' | 'descrip' | 'admin';
  module: 'min' | 'basic';
}

/** Data categories of a term that Egiz keeps as a field of the same name. */
export const termData: Readonly<Record<string, DataCategory>> = {
  partOfSpeech: { element: 'termNote', module: 'min' },
  administrativeStatus: { element: 'termNote', module: 'min' },
  geographicalUsage: { element: 'termNote', module: 'basic' },
  grammaticalGender: { element: 'termNote', module: 'basic' },
  grammaticalNumber: { element: 'termNote', module: 'basic' },
  termLocation: { element: 'termNote', module: 'basic' },
  termType: { element: 'termNote', module: 'basic' },
  context: { element: 'descrip', module: 'basic' },
  customerSubset: { element: 'admin', module: 'min' },
  source: { element: 'admin', module: 'basic' },
};

/** Data categories that Egiz has fields of its own for. */
export const ownData = {
  subjectField: { element: 'descrip', module: 'min' },
  projectSubset: { element: 'admin', module: 'basic' },
} as const satisfies Record<string, DataCategory>;

/**
 * TBX-Basic has no place for a learner's level, nor for fields of other programs. They stand in its `projectSubset`, which
 * other programs keep and show as text: `egiz:level=3`, `egiz:field=pos=noun`.
 */
export function ownValue(name: 'level' | 'field', value: string): string {
  return `egiz:${name}=${value}`;
}

/** What `ownValue` wrote, or `null` for a value that it did not. */
export function readOwnValue(text: string): { name: 'level' | 'field'; value: string } | null {
  const [, name, value] = /^egiz:(level|field)=(.*)$/su.exec(text) ?? [];
  return (name === 'level' || name === 'field') && value !== undefined ? { name, value } : null;
}

/** What the header of a file by Egiz says of where it is from. */
export const madeByEgiz = 'A glossary of Egiz';
