import { useState } from 'preact/hooks';

/** Something that cannot be undone: asks once more before it is done. */
export function Sure({
  label,
  question,
  yes,
  no,
  onYes,
}: {
  label: string;
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
}) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" class="quiet" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  return (
    <div class="sure" role="alert">
      <p>{question}</p>
      <div class="pair">
        <button type="button" class="plain" onClick={() => setAsking(false)}>
          {no}
        </button>
        <button
          type="button"
          class="danger"
          onClick={() => {
            setAsking(false);
            onYes();
          }}
        >
          {yes}
        </button>
      </div>
    </div>
  );
}
