import { gunzipSync, gzipSync } from 'node:zlib';
import type {
  Alike,
  Decisions,
  RegisterFinding,
  RegisterSheet,
} from '@tirek/domain/people/register';
import { open, seal } from '../vault/seal.ts';
import type { KeyFor } from '../vault/sealed-identity.ts';

/** What lies sealed of an import, by the column it lies in. */
export interface SealedParts {
  readonly name: string;
  readonly cells: { readonly sheets: readonly RegisterSheet[]; readonly hidden: readonly string[] };
  readonly found: {
    readonly findings: readonly RegisterFinding[];
    readonly asked: readonly Alike[];
    /** By line: a row that is asked about, or that another may be. */
    readonly told: Readonly<Record<string, { readonly name: string; readonly birth: string }>>;
  };
  readonly decisions: Decisions;
}

/** Seals a part of an import under a key of that import's own, which is derived from the installation key and never stored. */
export function sealPart<Part extends keyof SealedParts>(
  part: Part,
  value: SealedParts[Part],
  { importId, keyFor }: { importId: string; keyFor: KeyFor },
): Buffer {
  const text = gzipSync(JSON.stringify(value), { level: 1 });
  return seal(text, keyOf(importId, keyFor), label(importId, part));
}

/** @throws Error when it belongs to another import or part, or was changed. */
export function openPart<Part extends keyof SealedParts>(
  part: Part,
  sealed: Buffer,
  { importId, keyFor }: { importId: string; keyFor: KeyFor },
): SealedParts[Part] {
  const text = open(sealed, keyOf(importId, keyFor), label(importId, part));
  return JSON.parse(gunzipSync(text).toString()) as SealedParts[Part];
}

const keyOf = (importId: string, keyFor: KeyFor): Buffer => keyFor(`register ${importId}`);
const label = (importId: string, part: string): string => `register ${importId} ${part}`;
