import type { BrowserContext } from 'playwright';
import type { Told } from '../../tests/e2e/support/annotations.ts';

/** The moment at which all pictures are taken, in the zone of the readers for whom they are. */
export const moment = { iso: '2026-03-05T07:03:00.000Z', zone: 'Asia/Almaty' } as const;

/** What the pictured reader has marked. */
export const marked: readonly Told[] = [
  {
    edition: 'kk',
    words: 'өзін-өзі билеуі немесе автономия',
    body: 'Compare the wording of the December congress: “**қазақ-қырғыз автономиясы**”.',
    tags: ['autonomy'],
    linked: { edition: 'en', words: 'self-determination or autonomy' },
  },
  { edition: 'en', words: 'raised the standing of the Bolsheviks for good', colour: 'question' },
  {
    edition: 'kk',
    words: '1917 ж. 24 қазанда (6 қарашада)',
    colour: 'fact',
    body: 'Old Style and New Style agree: 13 days apart.',
    tags: ['date'],
    linked: { edition: 'en', words: 'On 24 October (6 November) 1917' },
  },
  {
    edition: 'kk',
    words: 'Кеңес өкіметінің орнауы',
    colour: 'term',
    linked: { edition: 'en', words: 'establishment of Soviet power in such large cities' },
  },
  { edition: 'kk', words: 'Ленин бастаған большевиктердің', colour: 'person', tags: ['Lenin'] },
];

/** Lets all that depends on the machine and on the day be the same in every picture: times, and the library's folder. */
export async function settle(context: BrowserContext): Promise<void> {
  await context.clock.setFixedTime(moment.iso);
  await context.route('**/changes', async (route) => {
    const response = await route.fetch();
    const stored = (await response.json()) as object;
    await route.fulfill({ response, json: { ...stored, at: moment.iso } });
  });
  await context.route('**/api/library', async (route) => {
    const response = await route.fetch();
    const library = (await response.json()) as object;
    await route.fulfill({ response, json: { ...library, folder: '/home/aigerim/Documents/Egiz' } });
  });
}
