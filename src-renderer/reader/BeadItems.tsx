import { useTranslation } from 'react-i18next';
import { keyName } from '#renderer/app/keys.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { MenuItem, MenuSection } from '#renderer/ui/Menu.tsx';
import { beadKeys } from './bead-commands.ts';
import { beadAt, fixBead, fixesAt, openInWorkbench, type Fix } from './fix-bead.ts';
import type { Session } from './session.ts';

/** What an item of the menu does: a fix for a paragraph. */
interface BeadItem {
  id: string;
  fix: Fix;
  paragraph: string;
  label: string;
}

/**
 * What can be done with the bead of a paragraph, as items of its menu. Moving is about the paragraph itself; `whole`: about the
 * first and the last of either side.
 */
export function BeadItems({ session, paragraph, whole }: { session: Session; paragraph: string; whole: boolean }) {
  const { t } = useTranslation('reader');
  const bead = beadAt(session, paragraph);
  if (bead === null) return null;
  const possible = fixesAt(session, paragraph);
  const item = (fix: Fix, about = paragraph, label = t(`bead.${fix}`)): BeadItem[] =>
    possible.has(fix) ? [{ id: `bead ${fix} ${about}`, fix, paragraph: about, label }] : [];
  const moves = whole
    ? movesOfBoth(session, paragraph).flatMap(({ fix, about, text, values }) => item(fix, about, t(text, values)))
    : [...item('up'), ...item('down')];
  const items = [
    ...item('confirm'),
    ...item('unconfirm'),
    ...item('intend'),
    ...item('merge-next'),
    ...item('merge-previous'),
    ...item('split'),
    ...moves,
  ];
  return (
    <MenuSection heading={t('bead.heading')}>
      {items.map(({ id, fix, label }) => (
        <MenuItem key={id} id={id} keys={whole && (fix === 'up' || fix === 'down') ? null : keyName(beadKeys[fix])}>
          {label}
        </MenuItem>
      ))}
      <MenuItem id="bead workbench">{t('bead.workbench')}</MenuItem>
    </MenuSection>
  );
}

/** The outermost paragraphs of either side, which are those that can go to a neighbour alone. */
function movesOfBoth(session: Session, paragraph: string) {
  const arrangement = session.frame?.arrangement;
  const link = arrangement?.index.get(paragraph)?.link;
  if (arrangement === undefined || link === undefined) return [];
  return (['source', 'target'] as const).flatMap((side) => {
    const edition = side === 'source' ? arrangement.left : arrangement.right;
    const values = { language: autonym(edition.language) };
    const isOne = link[side].length === 1;
    return (['up', 'down'] as const).flatMap((fix) => {
      const about = fix === 'up' ? link[side][0] : link[side].at(-1);
      const text = isOne ? (`bead.only-${fix}` as const) : (`bead.outer-${fix}` as const);
      return about === undefined ? [] : [{ fix, about, text, values }];
    });
  });
}

/** Is an item of the menu one of these, by its id? */
export function isBeadItem(id: string): boolean {
  return id.startsWith('bead ');
}

/** Does what one of these items says. */
export function runBeadItem(session: Session, id: string, paragraph: string): void {
  const [, fix, about] = id.split(' ', 3);
  if (fix === 'workbench') openInWorkbench(session, paragraph);
  else fixBead(session, fix as Fix, about ?? paragraph);
}
