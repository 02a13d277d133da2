import { direction } from '#core/language/direction.ts';
import { xmlAttributes, xmlText } from '#core/xml/escape.ts';
import { type Bitext, type BitextOptions, placedAnnotations, type PlacedAnnotation, wholeBitext } from '../bitext.ts';
import { aboutBitext } from '../units/about.ts';
import { beadProperties } from '../units/bead-properties.ts';
import { type Property, sideProperties, type SideProperties } from '../units/properties.ts';
import { type BeadUnits, unitsOf } from '../units/units.ts';
import { foreignOfFile, foreignOfUnit, namespaces } from './foreign.ts';
import { SideText, UnitParts } from './segment-write.ts';

/**
 * A bitext as XLIFF 2.1: a unit a bead, a segment each, or one for sentences that stand together. What the core has no place
 * for stands in metadata of the category `egiz`. Rules X of `docs/spec/formats.md`.
 */
export function writeXliff(bitext: Bitext, options: BitextOptions = wholeBitext): string {
  const { source, target } = bitext;
  const kept = foreignOfFile(source.edition['foreign']);
  const writer: UnitWriter = {
    annotations: placedAnnotations(bitext, options),
    source: sideProperties(source),
    target: sideProperties(target),
    ids: new Set(),
  };
  const root = xmlAttributes({
    version: '2.1',
    srcLang: source.edition.language,
    trgLang: target.edition.language,
    xmlns: namespaces.core,
    'xmlns:mda': namespaces.metadata,
    'xmlns:egiz': namespaces.egiz,
  });
  const file = {
    id: kept?.attributes['id'] ?? 'f1',
    canResegment: 'no',
    ...without(kept?.attributes, ['id', 'canResegment', 'srcDir', 'trgDir']),
    // Left to right is what a program takes for granted.
    ...(direction(source.edition.language) === 'rtl' ? { srcDir: 'rtl' } : {}),
    ...(direction(target.edition.language) === 'rtl' ? { trgDir: 'rtl' } : {}),
    'xml:space': 'preserve',
  };
  const units = unitsOf(bitext, options);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff${root}>`,
    `  <file${xmlAttributes(file)}>`,
    ...(kept?.elements ?? []).filter((one) => one.startsWith('<skeleton')).map((one) => `    ${one}`),
    ...metadata([['egiz', aboutBitext(bitext)]], []).map((line) => `    ${line}`),
    ...(kept?.elements ?? []).filter((one) => !one.startsWith('<skeleton')).map((one) => `    ${one}`),
    ...units.flatMap((one, at) => unitLines(one, at, writer)).map((line) => `    ${line}`),
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

interface UnitWriter {
  readonly annotations: ReadonlyMap<string, readonly PlacedAnnotation[]>;
  readonly source: SideProperties;
  readonly target: SideProperties;
  /** Ids of units that were given. */
  readonly ids: Set<string>;
}

function unitLines({ bead, units }: BeadUnits, at: number, writer: UnitWriter): string[] {
  const kept = foreignOfUnit(bead.foreign);
  const segmentId = kept?.segment?.['id'];
  const parts = new UnitParts(segmentId === undefined ? [] : [segmentId]);
  const source = new SideText('source', parts, writer.annotations);
  const target = new SideText('target', parts, writer.annotations);
  const state = bead.status === 'confirmed' ? 'reviewed' : 'translated';
  const segments = units.flatMap((unit, number) => {
    parts.begin();
    const gaps = [source.before(unit.source), target.before(unit.target)];
    parts.begin();
    const words = source.segment(unit.source);
    const others = unit.target.length === 0 ? null : target.segment(unit.target);
    // A state beyond the initial one says that there is a target.
    const attributes = xmlAttributes({
      ...without(number === 0 ? kept?.segment : {}, ['state', ...(others === null ? ['subState'] : [])]),
      state: others === null ? 'initial' : stateOf(kept?.segment?.['state'], state),
    });
    return [
      ...(gaps.every((gap) => gap === '')
        ? []
        : [`  <ignorable>${element('source', gaps[0] ?? '')}${element('target', gaps[1] ?? '')}</ignorable>`]),
      `  <segment${attributes}>`,
      `    ${element('source', words)}`,
      ...(others === null ? [] : [`    ${element('target', others)}`]),
      '  </segment>',
    ];
  });
  const all = (side: 'source' | 'target') => units.flatMap((unit) => unit[side]).filter(isFirstOf);
  const groups: [string, Property[]][] = [
    ['egiz', beadProperties(bead)],
    ['egiz-source', writer.source(all('source').map(asWhole))],
    ['egiz-target', writer.target(all('target').map(asWhole))],
  ];
  const groupsKept = (kept?.elements ?? []).filter((one) => /^<(?:[\w.-]+:)?metaGroup\b/u.test(one));
  return [
    `<unit${xmlAttributes({ ...kept?.attributes, id: idOf(kept?.attributes['id'], at, writer.ids) })}>`,
    ...metadata(groups, groupsKept).map((line) => `  ${line}`),
    ...(kept?.elements ?? []).filter((one) => !groupsKept.includes(one)).map((one) => `  ${one}`),
    ...parts.lines().map((line) => `  ${line}`),
    ...segments,
    '</unit>',
  ];
}

/** A state that another program gave stays as long as it means the same to Egiz. */
function stateOf(said: string | undefined, state: 'reviewed' | 'translated'): string {
  if (state === 'reviewed') return said === 'final' ? 'final' : state;
  return said === 'initial' ? 'initial' : state;
}

type Pieces = BeadUnits['units'][number]['source'];

/** Of the pieces of a paragraph the first stands for it. */
function isFirstOf({ paragraph }: Pieces[number], at: number, all: Pieces): boolean {
  return at === 0 || all[at - 1]?.paragraph !== paragraph;
}

function asWhole({ paragraph }: Pieces[number]): Pieces[number] {
  return { paragraph, start: 0, end: paragraph.text.length };
}

function idOf(said: string | undefined, at: number, ids: Set<string>): string {
  let id = said !== undefined && /^[\w.:-]+$/u.test(said) && !ids.has(said) ? said : `u${String(at + 1)}`;
  while (ids.has(id)) id = `${id}-`;
  ids.add(id);
  return id;
}

function element(name: string, inner: string): string {
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`;
}

function metadata(groups: readonly [string, readonly Property[]][], kept: readonly string[]): string[] {
  const written = groups.filter(([, properties]) => properties.length > 0);
  if (written.length + kept.length === 0) return [];
  return [
    '<mda:metadata>',
    ...written.flatMap(([category, properties]) => [
      `  <mda:metaGroup${xmlAttributes({ category })}>`,
      ...properties.map(({ name, value, language }) => {
        const type = language === undefined ? name : `${name}:${language}`;
        return `    <mda:meta${xmlAttributes({ type })}>${xmlText(value)}</mda:meta>`;
      }),
      '  </mda:metaGroup>',
    ]),
    ...kept.map((one) => `  ${one}`),
    '</mda:metadata>',
  ];
}

function without(
  attributes: Readonly<Record<string, string>> | undefined,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes ?? {}).filter(([name]) => !names.includes(name)));
}
