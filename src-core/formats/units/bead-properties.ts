import type { SentenceLinks } from '#core/records/bead.ts';
import type { BitextBead } from '../bitext.ts';
import type { ReadBead } from './collect.ts';
import type { Property } from './properties.ts';

/** What a unit says of its bead. Rules U of `docs/spec/formats.md`. */
export function beadProperties({ status, confidence, intended, sentences }: BitextBead): Property[] {
  return [
    { name: 'status', value: status },
    { name: 'confidence', value: String(confidence) },
    ...(intended === true ? [{ name: 'intended', value: 'yes' }] : []),
    ...(sentences === undefined ? [] : [{ name: 'sentences', value: writeLinks(sentences) }]),
  ];
}

/** What properties say of a bead; a unit of another program is taken as its file has it: confirmed. */
export function readBeadProperties(properties: readonly Property[]): ReadBead {
  const said = new Map(properties.map(({ name, value }) => [name, value]));
  const status = said.get('status') === 'auto' ? 'auto' : 'confirmed';
  const confidence = Number(said.get('confidence') ?? Number.NaN);
  const known = confidence >= 0 && confidence <= 1 ? confidence : status === 'auto' ? 0.5 : 1;
  const sentences = readLinks(said.get('sentences'));
  return {
    status,
    confidence: status === 'confirmed' ? 1 : known,
    ...(sentences === null ? {} : { sentences }),
    ...(said.get('intended') === 'yes' ? { intended: true as const } : {}),
  };
}

/** `2/3 0=0@0.9 1=1,2@1`: how many sentences there are, then the links, each with its confidence. */
export function writeLinks({ counts, links }: SentenceLinks): string {
  const written = links.map(([from, to, confidence]) => `${from.join(',')}=${to.join(',')}@${String(confidence)}`);
  return [counts.join('/'), ...written].join(' ');
}

export function readLinks(said: string | undefined): SentenceLinks | null {
  const [head = '', ...rest] = said?.split(' ') ?? [];
  const counts = /^(\d{1,6})\/(\d{1,6})$/u.exec(head);
  if (counts === null) return null;
  const links: SentenceLinks['links'] = [];
  for (const one of rest) {
    const found = /^([\d,]*)=([\d,]*)@([\d.eE+-]+)$/u.exec(one);
    const confidence = Number(found?.[3]);
    if (found === null || !(confidence >= 0 && confidence <= 1)) return null;
    const [from, to] = [numbers(found[1]), numbers(found[2])];
    if (from.some((at) => at >= Number(counts[1])) || to.some((at) => at >= Number(counts[2]))) return null;
    links.push([from, to, confidence]);
  }
  return { counts: [Number(counts[1]), Number(counts[2])], links };
}

function numbers(list = ''): number[] {
  return list === '' ? [] : list.split(',').map(Number);
}
