import { cleanText } from '#core/formats/clean-text.ts';
import type { Findings } from '#core/formats/findings.ts';
import type { OpenPdf } from './open-pdf.ts';

/** An entry of the outline of a file: what viewers call bookmarks. */
export interface OutlinePlace {
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
  /** From 0. */
  readonly page: number;
  /** From the lower edge of the page; `null` for its beginning. */
  readonly y: number | null;
}

/** Entries that are read; and how deep they are nested. */
const mostEntries = 5000;
const mostDepth = 12;

interface Node {
  readonly title?: unknown;
  readonly dest?: unknown;
  readonly items?: unknown;
}

/** The outline of a file in its order; without what leads nowhere in it. */
export async function outlineOf(document: OpenPdf['document'], findings: Findings): Promise<OutlinePlace[]> {
  const root: unknown = await document.getOutline().catch(() => null);
  const places: OutlinePlace[] = [];
  let left = mostEntries;
  const walk = async (nodes: unknown, depth: number): Promise<void> => {
    if (!Array.isArray(nodes) || depth > mostDepth) return;
    for (const node of nodes as readonly Node[]) {
      if (left-- <= 0) return;
      const title = typeof node.title === 'string' ? cleanText(node.title, findings).replace(/\s+/gu, ' ').trim() : '';
      const place = title === '' ? null : await placeOf(document, node.dest);
      if (place !== null) places.push({ title, level: Math.min(depth, 6), ...place });
      await walk(node.items, depth + 1);
    }
  };
  await walk(root, 1);
  return places;
}

async function placeOf(
  document: OpenPdf['document'],
  dest: unknown,
): Promise<{ page: number; y: number | null } | null> {
  try {
    const explicit: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    if (!Array.isArray(explicit)) return null;
    const [target, kind, , y] = explicit as readonly unknown[];
    const page =
      typeof target === 'number'
        ? target
        : await document.getPageIndex(target as Parameters<typeof document.getPageIndex>[0]);
    const isAt = typeof kind === 'object' && kind !== null && 'name' in kind && kind.name === 'XYZ';
    return { page, y: isAt && typeof y === 'number' ? y : null };
  } catch {
    return null;
  }
}
