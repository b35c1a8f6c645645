import * as z from 'zod/mini';
import { type Contract, endpoint, FileAnswer, Id } from '../contract.ts';
import { LANGUAGES } from '../text/languages.ts';
import { REFUSAL_CODES } from './exchange/refusal.ts';
import {
  RecordedStep,
  SourceHash,
  StringId,
  TranslationStep,
} from './translations/translation-step.ts';

const code = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/));
const language = z.enum(LANGUAGES);

const Refusal = z.object({
  code: z.enum(REFUSAL_CODES),
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('item'), linkId: z.string() }),
    z.object({ kind: z.literal('cell'), sheet: z.string(), row: z.int(), column: z.string() }),
    z.object({ kind: z.literal('whole') }),
  ]),
  found: z.string(),
});

/** The largest file of a questionnaire that is read, in base64; three megabytes as they are. */
const MAX_BASE64 = 4 * 1024 * 1024;
const file = {
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** In base64. */
  content: z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/), z.maxLength(MAX_BASE64)),
};
const maxBytes = MAX_BASE64 + 4096;

export const FORM_FILE_FORMATS = ['fhir-r4', 'fhir-r5', 'xlsform', 'package'] as const;
export const TRANSLATION_FILE_FORMATS = ['xliff', 'xlsx'] as const;

export const instrumentsContract = {
  /** A questionnaire for other programs; words that are sold stay here. */
  fetchFormFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/forms/:code/files/:format',
    permission: 'instrument.read',
    input: z.object({ code, format: z.enum(FORM_FILE_FORMATS) }),
    output: FileAnswer,
    audit: 'none',
    isFile: true,
  }),

  /** A file of FHIR or XLSForm as a form package, or all that keeps it from being one. Nothing is kept of it. */
  readFormFile: endpoint({
    kind: 'session',
    method: 'POST',
    path: '/api/forms/reading',
    permission: 'instrument.read',
    input: z.object(file),
    output: z.discriminatedUnion('kind', [
      /** The package as JSON, and what was left behind. */
      z.object({
        kind: z.literal('read'),
        code: z.string(),
        content: z.string(),
        leftOut: z.array(Refusal),
      }),
      z.object({ kind: z.literal('refused'), refusals: z.array(Refusal) }),
    ]),
    audit: 'none',
    maxBytes,
  }),

  /** All that was done to translate a questionnaire into one language, the oldest first. */
  listTranslationSteps: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/forms/:code/translations/:language',
    permission: 'instrument.read',
    input: z.object({ code, language }),
    output: z.object({ steps: z.array(RecordedStep) }),
    audit: 'none',
  }),

  /** One step for one text. `translation-own` where it must be another person, `translation-out-of-turn` where it is not due. */
  recordTranslationStep: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/forms/:code/translations/:language',
    permission: 'translation.work',
    input: z.object({
      id: Id,
      code,
      language,
      stringId: StringId,
      sourceHash: SourceHash,
      step: TranslationStep,
    }),
    output: z.object({}),
    audit: 'write',
  }),

  /** The texts of one language for a translator's program or for Excel. */
  fetchTranslationFile: endpoint({
    kind: 'read',
    method: 'GET',
    path: '/api/forms/:code/translations/:language/files/:format',
    permission: 'instrument.read',
    input: z.object({ code, language, format: z.enum(TRANSLATION_FILE_FORMATS) }),
    output: FileAnswer,
    audit: 'none',
    isFile: true,
  }),

  /** Translations out of such a file; the same file again adds nothing. */
  importTranslations: endpoint({
    kind: 'write',
    method: 'POST',
    path: '/api/forms/:code/translations/:language/files',
    permission: 'translation.work',
    input: z.object({ id: Id, code, language, ...file }),
    output: z.object({ added: z.int(), refusals: z.array(Refusal) }),
    audit: 'write',
    maxBytes,
  }),
} as const satisfies Contract;
