import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bead } from '#core/records/bead.ts';
import { packBead, unpackBead } from '#core/records/packed-bead.ts';

const ids = fc.array(fc.string({ minLength: 1 }), { maxLength: 3 });
const beads: fc.Arbitrary<Bead> = fc.record({
  id: fc.string({ minLength: 1 }),
  kind: fc.constant('bead'),
  modified: fc.string(),
  alignment: fc.string(),
  order: fc.string(),
  source: ids,
  target: ids,
  status: fc.constantFrom('auto', 'confirmed'),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }).filter((value) => !Object.is(value, -0)),
});

test('a bead that was packed, sent as JSON and unpacked is the same bead', () => {
  fc.assert(
    fc.property(beads, (bead) => {
      const sent = JSON.parse(JSON.stringify(packBead(bead))) as ReturnType<typeof packBead>;
      expect(unpackBead(bead.alignment, sent)).toEqual(bead);
    }),
  );
});

test('fields that this version does not know go along', () => {
  const [known] = fc.sample(beads, 1);
  if (known === undefined) throw new Error('no bead was made');
  const bead: Bead = { ...known, reviewer: 'Айша', score: { f1: 0.5 } };
  expect(unpackBead(bead.alignment, packBead(bead))).toEqual(bead);
});
