import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '#core/records/change.ts';
import { join as joined } from '#core/records/join.ts';
import { normalise } from '#core/records/normalise.ts';
import { openLibrary } from '#main/library/library.ts';
import { readSnapshot } from '#main/library/snapshot.ts';
import { someRecord } from '../../../fixtures/library/arbitrary.ts';
import { smallWork } from '../../../fixtures/library/records.ts';
import { contents, writeSnapshots } from '../../../fixtures/library/scratch.ts';

const someChange: fc.Arbitrary<Change> = fc.record({
  added: fc.array(someRecord, { maxLength: 3 }),
  updated: fc.array(
    fc
      .tuple(someRecord, someRecord)
      .map(([from, to]): Change['updated'][number] => [{ ...from, id: to.id, kind: to.kind } as typeof from, to]),
    { maxLength: 3 },
  ),
  removed: fc.array(someRecord, { maxLength: 2 }),
});
/** Changes that come together, then others, then the library is closed and opened again. */
const sessions = fc.array(fc.array(fc.array(someChange, { maxLength: 3 }), { maxLength: 3 }), { maxLength: 3 });

test('[W1] whatever is changed, the same is there after closing, and on disk in its snapshots alone', async () => {
  await fc.assert(
    fc.asyncProperty(sessions, async (all) => {
      const folder = await mkdtemp(join(tmpdir(), 'egiz-test-'));
      await writeSnapshots(join(folder, 'works', 'w'), smallWork());
      let last = normalise('w', joined(smallWork()));
      for (const session of [...all, []]) {
        const library = await openLibrary(folder, { program: 'test', machine: 'here', watch: false });
        const store = await library.work('w');
        expect(store.state()).toEqual(last);
        for (const together of session) {
          await Promise.all(together.map((change) => store.apply(change)));
        }
        last = store.state();
        await library.close();
        expect(library.problems()).toEqual([]);
        expect(normalise('w', await snapshots(join(folder, 'works', 'w')))).toEqual(last);
      }
      await rm(folder, { recursive: true });
    }),
    { numRuns: 25 },
  );
});

async function snapshots(folder: string) {
  const files = [...(await contents(folder))].filter(([path]) => path.endsWith('.json'));
  return joined(
    ...files.map(([, text]) => {
      const read = readSnapshot(Buffer.from(text, 'latin1'));
      return 'records' in read ? read.records : [];
    }),
  );
}
