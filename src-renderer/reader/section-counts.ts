import type { Annotation } from '#core/records/annotation.ts';

/**
 * How many annotations stand in each section. One on several paragraphs counts once, where it begins.
 *
 * @param sectionOf the section that a paragraph (of an edition) stands in or beside; `null` for one that is not shown
 */
export function countBySection(
  annotations: Iterable<Pick<Annotation, 'targets'>>,
  sectionOf: (paragraph: string, edition: string) => string | null,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { targets } of annotations) {
    for (const { paragraph, edition } of targets) {
      const section = sectionOf(paragraph, edition);
      if (section === null) continue;
      counts.set(section, (counts.get(section) ?? 0) + 1);
      break;
    }
  }
  return counts;
}
