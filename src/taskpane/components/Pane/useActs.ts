import { useState } from 'react';
import type { LiveState } from '../../../app/port';
import type { RunKind } from '../../../app/types';
import type { PaneContextValue } from '../../paneContext';
import type { Step } from '../../steps';
import { useText } from '../../text';
import type { Act } from '../Footer';
import type { Writing } from './useWriting';

export interface ActsOf {
  readonly pane: PaneContextValue;
  readonly step: Step;
  /** Of the last run; null before it. */
  readonly kind: RunKind | null;
  readonly workbooks: readonly string[];
  readonly live: LiveState | null;
  readonly writing: Writing;
  readonly onStep: (step: Step) => void;
}

/** What the footer offers at each step: 评分 until there is a result, then to look at what is written, then to write it. */
export function useActs(of: ActsOf): { readonly primary: Act; readonly secondary: Act | null } {
  const { pane, step, kind, workbooks, live, writing, onStep } = of;
  const { host, isBusy, isOutdated, run, fail } = pane;
  const { t, locale } = useText();
  const [isSaving, setSaving] = useState(false);
  const isDisabled = isBusy || workbooks.length === 0;
  const score: Act = {
    text: t(kind === 'score' ? 'scoreAgain' : 'score'),
    icon: 'Trophy2',
    isDisabled,
    onAct: () => run('score'),
  };
  if (kind !== 'score') {
    const check: Act = { text: t('check'), isDisabled, onAct: () => (kind ? onStep('check') : run('check')) };
    return { primary: score, secondary: kind === null || step === 'data' ? check : null };
  }
  if (isOutdated) return { primary: score, secondary: null };
  if (step === 'score') {
    const next: Act = { text: t('next.write'), icon: 'Forward', onAct: () => onStep('write') };
    return { primary: next, secondary: score };
  }
  if (step !== 'write') return { primary: score, secondary: null };

  const save = () => {
    setSaving(true);
    void host
      .save(locale)
      .catch(fail)
      .finally(() => setSaving(false));
  };
  const isCopy = host.target === 'copy';
  const write: Act = {
    text: t(`results.act.${host.target}`),
    icon: isCopy ? 'Save' : 'ExcelDocument',
    isDisabled: isBusy || isSaving || (live?.isStale ?? false),
    onAct: isCopy ? save : writing.write,
  };
  return { primary: write, secondary: null };
}
