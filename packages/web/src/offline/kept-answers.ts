import type { StoredAnswer } from '@tirek/domain/offline';
import type { AnswerRow, Disk } from './disk.ts';
import { nameOf, open, type StoreKeys, seal } from './sealing.ts';
import type { Input } from './waiting-rule.ts';

/** An answer that lies on this device, and when the server gave it. */
export interface KeptAnswer extends StoredAnswer {
  readonly savedAt: string;
}

/** What the device knows of itself and of what it has. */
export interface Head {
  readonly accountId: string;
  readonly device: { readonly id: string; readonly secret: string };
  /** Whoever was signed in, to open her pages without the server. */
  readonly holder: unknown;
  /** The families she chose, whether they have arrived or not. */
  readonly chosen: readonly string[];
  readonly known: Readonly<Record<string, string>>;
  readonly day: string | null;
  readonly programme: string | null;
  /** When the last delivery was whole; null before the first. */
  readonly takenAt: string | null;
}

/** One delivery of the server. */
export interface Delivery {
  readonly day: string;
  readonly programme: { readonly mark: string; readonly answers: readonly StoredAnswer[] };
  readonly families: readonly {
    readonly familyId: string;
    readonly mark: string;
    readonly answers: readonly StoredAnswer[];
  }[];
  readonly left: readonly string[];
  readonly gone: readonly string[];
}

export interface KeptAnswers {
  read(name: string, input: Input): Promise<KeptAnswer | null>;
  listOf(name: string): Promise<KeptAnswer[]>;
  /** Puts a newer answer in the place of one that is kept; what is not kept is not begun to be. */
  renew(answer: KeptAnswer): Promise<void>;
  /** Keeps a delivery with the head that tells of it, all or nothing. @returns the new head. */
  keep(delivery: Delivery, head: Head, at: string): Promise<Head>;
  /** Writes the head, and drops families with it. */
  write(head: Head, without?: readonly string[]): Promise<void>;
}

const PROGRAMME = 'programme';
const PLACE = 'head';

export const readHead = async (disk: Disk, keys: StoreKeys): Promise<Head | null> => {
  const sealed = await disk.readHead();
  return sealed ? ((await open(keys, PLACE, sealed)) as Head) : null;
};
export const sealHead = (keys: StoreKeys, head: Head) => seal(keys, PLACE, head);

export function keptAnswers(disk: Disk, keys: StoreKeys): KeptAnswers {
  const rowName = (name: string, input: Input) => nameOf(keys, `answer ${name} ${stable(input)}`);
  // The same few for every answer of a delivery: half of the work of sealing it would be to name them anew.
  const named = new Map<string, Promise<string>>();
  const nameOnce = (text: string): Promise<string> => {
    const name = named.get(text) ?? nameOf(keys, text);
    named.set(text, name);
    return name;
  };
  const groupName = (group: string) => nameOnce(`group ${group}`);
  const kindName = (name: string) => nameOnce(`kind ${name}`);

  async function rowOf(answer: KeptAnswer, group: string): Promise<AnswerRow> {
    const name = await rowName(answer.name, answer.input);
    return {
      name,
      group: await groupName(group),
      kind: await kindName(answer.name),
      sealed: await seal(keys, name, { ...answer, group }),
    };
  }
  const openRow = async ({ name, sealed }: AnswerRow) =>
    (await open(keys, name, sealed)) as KeptAnswer & { readonly group: string };

  return {
    async read(name, input) {
      const row = await disk.readAnswer(await rowName(name, input));
      return row && (await openRow(row));
    },
    async listOf(name) {
      return await Promise.all((await disk.listAnswers(await kindName(name))).map(openRow));
    },
    async renew(answer) {
      const row = await disk.readAnswer(await rowName(answer.name, answer.input));
      if (row) await disk.renew(await rowOf(answer, (await openRow(row)).group));
    },
    async keep(delivery, head, at) {
      const saved = (answers: readonly StoredAnswer[], group: string) =>
        answers.map((answer) => rowOf({ ...answer, savedAt: at }, group));
      // A family that has changed comes whole: what is no longer in it must not stay behind.
      const whole = delivery.families.filter(({ familyId, mark }) => head.known[familyId] !== mark);
      const next: Head = {
        ...head,
        known: without(
          {
            ...head.known,
            ...Object.fromEntries(delivery.families.map(({ familyId, mark }) => [familyId, mark])),
          },
          delivery.gone,
        ),
        chosen: head.chosen.filter((id) => !delivery.gone.includes(id)),
      };
      const put = await Promise.all([
        ...saved(delivery.programme.answers, PROGRAMME),
        ...delivery.families.flatMap(({ familyId, answers }) => saved(answers, familyId)),
      ]);
      await disk.change({
        without: await Promise.all(
          [...whole.map(({ familyId }) => familyId), ...delivery.gone].map(groupName),
        ),
        put,
        head: await sealHead(keys, next),
      });
      return next;
    },
    async write(head, families = []) {
      await disk.change({
        without: await Promise.all(families.map(groupName)),
        head: await sealHead(keys, head),
      });
    },
  };
}

const without = (record: Readonly<Record<string, string>>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

/** The same words for the same input, in whatever order its parts stand. */
function stable(input: Input): string {
  const parts = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  return JSON.stringify(parts.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
