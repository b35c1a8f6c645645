import type { Language } from '@tirek/domain/text';

/**
 * A voice that speaks the language and lives on the phone. Others are passed over: they would send every
 * question to their maker's servers.
 */
export function voiceFor(
  voices: readonly Pick<SpeechSynthesisVoice, 'lang' | 'localService'>[],
  language: Language,
): SpeechSynthesisVoice | null {
  const found = voices.find(
    ({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language,
  );
  return (found as SpeechSynthesisVoice | undefined) ?? null;
}

/** Reads the parts one after the other, with a breath between them. */
export function readAloud(
  parts: readonly string[],
  voice: SpeechSynthesisVoice,
  onEnd: () => void,
): void {
  speechSynthesis.cancel();
  const utterances = parts.filter(Boolean).map((part) => {
    const utterance = new SpeechSynthesisUtterance(part);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.92;
    return utterance;
  });
  const last = utterances[utterances.length - 1];
  if (last) last.onend = onEnd;
  for (const utterance of utterances) speechSynthesis.speak(utterance);
}
