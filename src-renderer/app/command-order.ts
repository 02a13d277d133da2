import { key } from '#renderer/i18n/key.ts';
import type { Command } from './commands.ts';

/** The groups in which the commands of a text and of the whole program stand: what is done most comes first. */
const groups: readonly string[] = [
  key('app:group.go'),
  key('glossary:wordGroup'),
  key('glossary:group'),
  key('annotations:group'),
  key('aloud:group'),
  key('search:group'),
  key('reader:group.paragraph'),
  key('reader:group.bead'),
  key('app:group.look'),
  key('app:group.edit'),
  key('import:group'),
  key('export:group'),
  key('dictionaries:group'),
  key('anki:group'),
  key('reader:group.go'),
  key('reader:group.select'),
  key('app:group.program'),
];

/**
 * Each command once, group by group; within a group in the order in which they were offered. The groups that belong to one
 * view alone (a session of review) come before all that is offered elsewhere as well.
 */
export function inOrder(offered: readonly Command[]): Command[] {
  const byId = new Map<string, Command>();
  for (const command of offered) if (!byId.has(command.id)) byId.set(command.id, command);
  return [...byId.values()].toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));
}
