import { z } from 'zod';
import { harmIn } from '#core/records/harmless.ts';
import { schemaVersion } from '#core/records/schema.ts';
import { EgizFileError } from './egiz-file-error.ts';

/** The entry by which a `.egiz` file is known among archives. */
export const manifestName = 'META-INF/egiz.json';

/** What a `.egiz` file says of itself. Fields that this version does not know are passed over. */
const manifest = z.looseObject({
  /** The version of the records' schema; files of a newer one are refused. */
  egiz: z.int().min(1),
  content: z.literal('work'),
  /** The id of the work that it holds. */
  work: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/),
  /** Which program wrote it: `Egiz 0.1.0`. */
  program: z.string().max(200).optional(),
  exported: z.iso.datetime().optional(),
});
export type Manifest = z.infer<typeof manifest>;

/** The manifest of a file with a work that is written now. @param exported ISO 8601 */
export function writeManifest(work: string, program: string, exported: string): string {
  const said: Manifest = { egiz: schemaVersion, content: 'work', work, program, exported };
  return `${JSON.stringify(said, null, 2)}\n`;
}

/** @throws EgizFileError not-egiz, newer or unsafe */
export function readManifest(text: string): Manifest {
  const value = parsed(text);
  if (!isEgiz(value)) throw new EgizFileError('not-egiz', 'it is no work of Egiz', manifestName);
  if (harmIn(value) !== null) throw new EgizFileError('unsafe', 'it has fields that no Egiz writes', manifestName);
  if (typeof value.egiz === 'number' && value.egiz > schemaVersion) {
    const version = `version ${String(value.egiz)}; this Egiz reads up to ${String(schemaVersion)}`;
    throw new EgizFileError('newer', `it was written by a newer Egiz (${version})`, manifestName);
  }
  const read = manifest.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue === undefined ? '' : z.core.toDotPath(issue.path);
  const code = where === 'work' ? 'unsafe' : 'not-egiz';
  throw new EgizFileError(code, `${where}: ${issue?.message ?? 'it does not fit'}`, manifestName);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isEgiz(value: unknown): value is { egiz: unknown } {
  return typeof value === 'object' && value !== null && 'egiz' in value && 'content' in value;
}
