import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '#renderer/ui/Button.tsx';
import { Toast, ToastRegion } from '#renderer/ui/Toast.tsx';
import { undo } from './commit.ts';
import { tellFailure, tellProblem, type Account } from './failures.ts';
import { dismiss, notices, type Notice } from './notices.ts';
import { undoing } from './undo.ts';

const doneLasts = 5_000;
/** With a way back in it, long enough to think. */
const undoableLasts = 9_000;

/** What the reader should know, at the edge of the window. */
export function Notices() {
  const { t } = useTranslation('app');
  const shown = useStore(notices, (state) => state.shown);
  return (
    <ToastRegion label={t('notices')}>
      {shown.map(({ id, notice }) => (
        <NoticeToast key={id} id={id} notice={notice} />
      ))}
    </ToastRegion>
  );
}

function NoticeToast({ id, notice }: { id: number; notice: Notice }) {
  const { t } = useTranslation('app');
  const close = useCallback(() => {
    dismiss(id);
  }, [id]);
  if (notice.kind === 'done') return <Done notice={notice} onClose={close} />;
  const account = notice.kind === 'failure' ? tellFailure(notice.failure, t) : tellProblem(notice.problem, t);
  return (
    <Toast kind={notice.kind} lasts={null} onClose={close} detail={<Detail account={account} />}>
      {account.what}
    </Toast>
  );
}

function Detail({ account }: { account: Account }) {
  return (
    <>
      {account.where !== null && <p>{account.where}</p>}
      <p>{account.next}</p>
    </>
  );
}

function Done({ notice, onClose }: { notice: Extract<Notice, { kind: 'done' }>; onClose: () => void }) {
  const { t } = useTranslation('app');
  // The way back is this step's only while nothing was done after it.
  const [step] = useState(() => undoing.getState().done.at(-1));
  const last = useStore(undoing, ({ done }) => done.at(-1));
  const canUndo = notice.undoable && step !== undefined && step === last;
  return (
    <Toast
      kind="done"
      lasts={notice.undoable ? undoableLasts : doneLasts}
      onClose={onClose}
      action={
        canUndo && (
          <Button
            size="small"
            variant="outline"
            onPress={() => {
              undo();
              onClose();
            }}
          >
            {t('command.undo')}
          </Button>
        )
      }
    >
      {t(notice.message, { ...notice.values })}
    </Toast>
  );
}
