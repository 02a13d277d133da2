import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import frame from './Frame.module.css';
import { ReadingSettings } from './ReadingSettings.tsx';
import { go } from './route.ts';

/** The head of a page that stands apart from any work: the way back, its title, how everything is set. */
export function PageHeader({ title }: { title: string }) {
  const { t } = useTranslation('app');
  return (
    <header className={frame.header}>
      <div className={frame.tools}>
        <Button
          onPress={() => {
            go({ view: 'library' });
          }}
        >
          <span aria-hidden>‹</span> {t('command.library')}
        </Button>
      </div>
      <h1 className={frame.title}>{title}</h1>
      <div className={classes(frame.tools, frame.end)}>
        <ReadingSettings />
      </div>
    </header>
  );
}
