import { CheckIcon, LockIcon } from './icons.tsx';
import { useSurvey } from './survey-context.ts';

/** Says honestly how her answers are kept at this moment. */
export function KeptNote() {
  const { state, say } = useSurvey();
  const { way, keeping } = state;
  if (!way) return null;
  const isKept = way !== 'memory' && keeping === 'kept';
  const words =
    way === 'memory'
      ? 'saved.memory'
      : keeping === 'saving'
        ? 'saved.saving'
        : keeping === 'refused'
          ? 'saved.refused'
          : way === 'own'
            ? 'saved.own'
            : 'saved.sealed';
  return (
    <p class={keeping === 'refused' ? 'kept refused' : 'kept'} role="status">
      {isKept && (way === 'own' ? <CheckIcon /> : <LockIcon />)}
      <span>{say(words)}</span>
    </p>
  );
}
