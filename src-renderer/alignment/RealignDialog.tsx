import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { RealignPreview } from '#core/alignment/realign/preview.ts';
import type { RealignScope } from '#core/alignment/realign/scope.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { here } from './here.ts';
import { isUnaligned } from './pairs.ts';
import { PreviewRuns } from './PreviewRuns.tsx';
import styles from './Realign.module.css';
import { cancelRealign, realignJob, startRealign, takeRealigned } from './realign-job.ts';
import { workbench } from './workbench-state.ts';

type Choice = 'from' | 'unconfirmed' | 'all';

/** Aligning again: from where to where, how far it is, what would change; and only then the change. */
export function RealignDialog({ alignment }: { alignment: string }) {
  const { t } = useTranslation('alignment');
  const isOpen = useStore(workbench, ({ asked }) => asked === 'realign');
  const job = useStore(realignJob);
  const unaligned = useStore(openedWork, ({ current }) => current === null || isUnaligned(current, alignment));
  const [choice, setChoice] = useState<Choice>('unconfirmed');
  useEffect(() => () => cancelRealign(), []);
  const close = (): void => {
    cancelRealign();
    workbench.setState({ asked: null });
  };
  const start = (): void => {
    const { current } = openedWork.getState();
    const place = here();
    if (current === null) return;
    const scope: RealignScope =
      choice === 'from' && place !== null && !unaligned
        ? { from: place.bead.id }
        : choice === 'from'
          ? 'unconfirmed'
          : choice;
    void startRealign(current.id, alignment, unaligned ? 'unconfirmed' : scope);
  };
  const take = (): void => {
    takeRealigned();
    if (realignJob.getState().state === 'idle') workbench.setState({ asked: null });
  };
  const title = t(unaligned ? 'realign.first' : 'realign.title');
  const footer = (
    <>
      <Button variant="outline" onPress={close}>
        {t('realign.cancel')}
      </Button>
      {job.state === 'done' ? (
        <Button variant="primary" isDisabled={isNothing(job.preview)} onPress={take}>
          {t('realign.take')}
        </Button>
      ) : (
        <Button variant="primary" isDisabled={job.state === 'running'} onPress={start}>
          {t('realign.start')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} dismissable={false} footer={footer} wide>
      <div className={styles.body}>
        {job.state === 'idle' &&
          (unaligned ? <p>{t('realign.first-why')}</p> : <Choices choice={choice} onChoose={setChoice} />)}
        {job.state === 'running' && <Progress share={job.share} />}
        {job.state === 'failed' && (
          <Banner kind="failed" title={t(job.reason === 'changed' ? 'realign.changed' : 'realign.failed')}>
            {job.message !== '' && job.reason === 'internal' && <p>{job.message}</p>}
          </Banner>
        )}
        {job.state === 'done' && <Preview preview={job.preview} alignment={alignment} />}
      </div>
    </Dialog>
  );
}

function isNothing({ runs, refreshed }: RealignPreview): boolean {
  return runs.length === 0 && refreshed === 0;
}

function Choices({ choice, onChoose }: { choice: Choice; onChoose: (choice: Choice) => void }) {
  const { t } = useTranslation('alignment');
  const all: readonly Choice[] = ['from', 'unconfirmed', 'all'];
  return (
    <fieldset className={styles.choices}>
      <legend>{t('realign.which')}</legend>
      {all.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="realign"
            checked={choice === one}
            onChange={() => {
              onChoose(one);
            }}
          />
          <span>
            {t(`realign.${one}`)}
            <small>{t(`realign.${one}-why`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Progress({ share }: { share: number }) {
  const { t } = useTranslation('alignment');
  const { percent } = useFormat();
  return (
    <div className={styles.progress}>
      <progress value={share} aria-label={t('realign.running')} />
      <span>{t('realign.progress', { share: percent(share) })}</span>
    </div>
  );
}

function Preview({ preview, alignment }: { preview: RealignPreview; alignment: string }) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const { runs, beads, same, refreshed, released } = preview;
  if (isNothing(preview)) return <p role="status">{t('realign.same', { count: beads, formatted: number(beads) })}</p>;
  return (
    <>
      <ul className={styles.summary} role="status">
        <li>{t('realign.would', { count: runs.length, formatted: number(runs.length) })}</li>
        <li>{t('realign.stay', { count: same, formatted: number(same), refreshed: number(refreshed) })}</li>
        {released > 0 && <li>{t('realign.released', { count: released, formatted: number(released) })}</li>}
      </ul>
      <PreviewRuns runs={runs} alignment={alignment} />
    </>
  );
}
