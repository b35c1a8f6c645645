import { useEffect, useState } from 'preact/hooks';
import { readAloud, voiceFor } from '../session/read-aloud.ts';
import { SpeakerIcon, StopIcon } from './icons.tsx';
import { useSurvey } from './survey-context.ts';

/** Reads the screen aloud; not shown where the phone has no voice of its own for the language. */
export function ReadAloudButton({ parts }: { parts: readonly string[] }) {
  const { say, language } = useSurvey();
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  const [isReading, setReading] = useState(false);
  const text = parts.join('\n');

  // Voices arrive late: the list is empty at first and then changes.
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const look = () => setVoice(voiceFor(speechSynthesis.getVoices(), language));
    look();
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, [language]);

  useEffect(
    () => () => {
      if ('speechSynthesis' in window) speechSynthesis.cancel();
      setReading(false);
    },
    [text],
  );

  if (!voice) return null;
  return (
    <button
      type="button"
      class="quiet aloud"
      onClick={() => {
        if (isReading) speechSynthesis.cancel();
        else readAloud(parts, voice, () => setReading(false));
        setReading(!isReading);
      }}
    >
      {isReading ? <StopIcon /> : <SpeakerIcon />}
      {say(isReading ? 'aloud.stop' : 'aloud.read')}
    </button>
  );
}
