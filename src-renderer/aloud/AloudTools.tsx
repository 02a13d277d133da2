import { useEffect } from 'react';
import { Pause, Play, SkipBack, SkipForward, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { offer } from '#renderer/app/commands.ts';
import { tellFailure } from '#renderer/app/failures.ts';
import { keyName } from '#renderer/app/keys.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { addLayer } from '#renderer/reader/drawing.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './AloudTools.module.css';
import { aloudCommands, keys } from './commands.ts';
import { aloudLayer, followAloud } from './layer.ts';
import { NoSpeech } from './NoSpeech.tsx';
import { aloud, setSpeed, skip, speeds, stop, togglePause } from './player.ts';

/** Reading aloud in an open work: its commands, its bar while it reads, and what to do where it cannot. */
export function AloudTools() {
  const status = useStore(aloud, (state) => state.status);
  useEffect(() => {
    const endings = [addLayer(aloudLayer), followAloud(), offer(aloudCommands)];
    return () => {
      for (const end of endings) end();
      stop();
    };
  }, []);
  return (
    <>
      {status !== 'off' && <Bar />}
      <NoSpeech />
    </>
  );
}

function Bar() {
  const { t } = useTranslation(['aloud', 'app']);
  const { number } = useFormat();
  const { status, speed, failure } = useStore(aloud);
  const isPaused = status === 'paused';
  return (
    <section className={styles.bar} aria-label={t('bar')} data-status={status}>
      <IconButton
        size="small"
        label={t('command.previous')}
        keys={keyName(keys.previous)}
        onPress={() => void skip(-1)}
      >
        <SkipBack size={16} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        label={isPaused ? t('play') : t('pause')}
        keys={keyName(keys.read)}
        isDisabled={failure !== null}
        onPress={togglePause}
      >
        {isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
      </IconButton>
      <IconButton size="small" label={t('command.next')} keys={keyName(keys.next)} onPress={() => void skip(1)}>
        <SkipForward size={16} aria-hidden />
      </IconButton>
      <Choice
        hideLabel
        label={t('speed')}
        value={String(speed)}
        options={speeds.map((one) => ({ id: String(one), text: `${number(one, 2)}×` }))}
        onChange={(chosen) => {
          setSpeed(Number(chosen));
        }}
      />
      <IconButton size="small" label={t('command.stop')} keys={keyName(keys.stop)} onPress={stop}>
        <X size={16} aria-hidden />
      </IconButton>
      {failure !== null && (
        <p role="alert" className={styles.failure}>
          {t('failed')} {tellFailure(failure, t).what}
        </p>
      )}
    </section>
  );
}
