import type { TerminalCommand } from './command.ts';
import { libraryHelp, withLibrary } from './library-input.ts';
import { textCommand } from './text-command.ts';

const help = `Usage: egiz works [--library DIR] [--json]

Lists the works of a library: id, title and languages, with tabs between; the
original's language comes first.

${libraryHelp}
  --json         a JSON list, with authors and editions
  --help         this text`;

/** `egiz works`. */
export const worksCommand: TerminalCommand = textCommand({
  name: 'works',
  summary: 'list the works of a library',
  help,
  options: { library: { type: 'string' }, json: { type: 'boolean' } },
  files: 0,
  run: (called, output) =>
    withLibrary(called, 'read', async (library) => {
      const works = await library.works();
      const listed = works.map(({ work, editions, bundled }) => ({
        id: work.id,
        titles: work.titles,
        author: work.author ?? {},
        bundled,
        editions: editions
          .toSorted((a, b) => Number(b.id === work.original) - Number(a.id === work.original))
          .map(({ id, language, title, translator }) => ({
            id,
            language,
            title,
            translator: translator ?? null,
            original: id === work.original,
          })),
      }));
      if (called.options['json'] === true) output.line(JSON.stringify(listed, null, 2));
      else {
        for (const { id, titles, editions } of listed) {
          const [original] = editions;
          const title = titles['und'] ?? titles[original?.language ?? ''] ?? Object.values(titles)[0] ?? id;
          output.line([id, title, editions.map(({ language }) => language).join(',')].join('\t'));
        }
      }
      return 0;
    }),
});
