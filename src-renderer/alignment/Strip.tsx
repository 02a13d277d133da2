import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Bead } from '#core/records/bead.ts';
import { beadIndex } from '#renderer/app/work-structure.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { beadKind, type BeadKind } from './bead-kind.ts';
import { inSight } from './in-sight.ts';
import { goToBead } from './moving.ts';
import { barsOf, pathOf } from './strip-shape.ts';
import styles from './Strip.module.css';
import { workbench } from './workbench-state.ts';

const kinds: readonly BeadKind[] = ['confirmed', 'auto', 'unsure', 'omitted', 'added', 'intended'];
/** Of the bars where there is room for them, in CSS pixels. */
const width = 35;

/** All of the book as a strip: how sure every bead is, by colour and shape, and what is in view. It is a slider over the beads. */
export function Strip({ beads }: { beads: readonly Bead[] }) {
  const { t } = useTranslation('alignment');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  const view = useStore(inSight);
  const current = useStore(workbench, ({ bead }) => bead);
  const at = Math.max(0, beadIndex(beads).get(current ?? '') ?? 0);
  useEffect(() => {
    const { current: element } = box;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => {
      setHeight(element.clientHeight);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, []);
  const bars = useMemo(() => barsOf(beads, height), [beads, height]);
  const bead = beads[at];
  if (bead === undefined) return <div ref={box} className={styles.strip} />;
  const goTo = (index: number): void => {
    goToBead(beads, Math.min(beads.length - 1, Math.max(0, index)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.round(beads.length / 20));
    const to = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: beads.length - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { currentTarget } = event;
    goTo(to);
    // The slider keeps the focus while it is used.
    if (currentTarget instanceof HTMLElement) currentTarget.focus();
  };
  const follow = (event: PointerEvent<HTMLElement>): void => {
    const { top, height: all } = event.currentTarget.getBoundingClientRect();
    goTo(Math.floor(((event.clientY - top) / Math.max(1, all)) * beads.length));
  };
  const share = (index: number): number => (index / beads.length) * height;
  return (
    <section className={styles.strip} aria-label={t('strip.label')}>
      <div
        ref={box}
        role="slider"
        tabIndex={0}
        aria-label={t('strip.label')}
        aria-orientation="vertical"
        aria-valuemin={1}
        aria-valuemax={beads.length}
        aria-valuenow={at + 1}
        aria-valuetext={t('strip.value', {
          number: format.number(at + 1),
          all: format.number(beads.length),
          state: t(`kind.${beadKind(bead)}`, { confidence: format.percent(bead.confidence) }),
        })}
        className={styles.slider}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
        }}
      >
        <svg viewBox={`0 0 ${String(width)} ${String(height)}`} height={height} preserveAspectRatio="none" aria-hidden>
          {kinds.map((kind) => (
            <path key={kind} className={styles[kind]} d={pathOf(bars, kind, width)} />
          ))}
        </svg>
        <span className={styles.here} style={{ top: share(at + 0.5) }} aria-hidden />
        <span
          className={styles.window}
          aria-hidden
          style={{ top: share(view.first), height: Math.max(8, share(view.last + 1) - share(view.first)) }}
        />
      </div>
    </section>
  );
}
