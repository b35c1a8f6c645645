import { isCode, isForTests, type Rule, withoutComments } from '../source-file.ts';

/** Where time and chance come in and are handed on. */
const BORDERS: ReadonlyMap<string, string> = new Map([
  ['packages/server/src/main.ts', 'start of the program'],
  ['packages/web/src/main.tsx', "start of the practitioners' app"],
  ['packages/respondent/src/start-survey.tsx', 'start of the survey page'],
  ['packages/server/src/surveys/answer-import/import-worker.ts', 'start of a thread of its own'],
]);

/** Chance that is no input of a decision: secrets, which nobody may be able to hand in from outside, and shuffling. */
const SECRETS: ReadonlyMap<string, string> = new Map([
  ['packages/server/src/access/second-factors/recovery-codes.ts', 'recovery codes'],
  ['packages/server/src/access/second-factors/sealed-secret.ts', 'nonce of a cipher'],
  ['packages/server/src/access/second-factors/totp.ts', "secret of an authenticator's app"],
  ['packages/server/src/access/sign-in/password.ts', 'salt of a password'],
  ['packages/server/src/access/sign-in/session-token.ts', 'session token'],
  ['packages/server/src/db/embedded/password.ts', 'password of the embedded database'],
  ['packages/server/src/messages/channels/web-push-body.ts', 'salt of a cipher'],
  ['packages/server/src/people/vault/seal.ts', 'nonces of a cipher'],
  ['packages/server/src/people/vault/sealed-identity.ts', 'data keys'],
  ['packages/server/src/privacy/sealed-zip.ts', 'salt of a passphrase'],
  ['packages/server/src/privacy/sealed-note.ts', 'nonce of a cipher'],
  ['packages/server/src/reports/exports/files-of.ts', 'ids that tell no order'],
  ['packages/server/src/surveys/answers/seal-arrivals.ts', 'nonce of a cipher'],
  ['packages/server/src/surveys/answers/shuffle-arrivals.ts', 'places that tell no order'],
  ['packages/server/src/surveys/campaigns/random-names.ts', 'codes, cards and addresses'],
  [
    'packages/server/src/surveys/page/survey-pages.ts',
    'id of a form that has no script to make one',
  ],
  ['packages/respondent/src/codes/seal.ts', 'nonce of a cipher'],
  ['packages/web/src/offline/sealing.ts', 'salt, key and nonces of a cipher'],
]);

const CLOCK = /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b/;
const CHANCE =
  /\bMath\.random\b|\brandomUUID(v7)?\b|\bgetRandomValues\(|\brandomInt\(|(?<![.'"\w])randomBytes\(/;

/** Time and chance are handed in, so that a test can hand in others. Durations by `performance.now()` are no time of day. */
export const borders: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !isForTests(file) && !BORDERS.has(file.path))
    .flatMap(({ path, text }) => {
      const clock = CLOCK.exec(withoutComments(text));
      const chance = SECRETS.has(path) ? null : CHANCE.exec(withoutComments(text));
      return [clock, chance]
        .filter((found) => found !== null)
        .map((found) => `${path}: ${found[0]} is for the borders; take it as an argument`);
    });

/** Places that no longer exist or no longer need their leave. */
export const staleBorders: Rule = (files) =>
  [...BORDERS, ...SECRETS].flatMap(([path, why]) => {
    const found = files.find((file) => file.path === path);
    const isUsed = found && (CLOCK.test(found.text) || CHANCE.test(found.text));
    return isUsed ? [] : [`${path}: has leave for "${why}" and does not use it`];
  });
